import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Press } from "@/components/account/press";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { cancelChangeAction } from "./actions";

type Props = {
  kind: "email" | "phone";
  /** Null: there was none. */
  from: string | null;
  change: { readonly to: string; readonly old: boolean; readonly new: boolean };
  children: ReactNode;
};

/** A change that waits: which of the two ends has agreed, and the way out. */
export async function BothEnds({ kind, from, change, children }: Props) {
  const t = await getTranslations("account.bothEnds");
  const ends = [
    ...(from === null ? [] : [{ id: "old", value: from, agreed: change.old }]),
    { id: "new", value: change.to, agreed: change.new },
  ] as const;
  return (
    <Panel
      title={t(`${kind}.title`)}
      actions={
        <Press action={cancelChangeAction} input={{ kind }} said={t("cancelled")} look={{ size: "small" }}>
          {t("cancel")}
        </Press>
      }
    >
      <ul className="mb-5 flex flex-col">
        {ends.map(({ id, value, agreed }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-0"
          >
            <span className="min-w-0">
              <span className="text-muted">{t(`${kind}.${id}`)}</span>{" "}
              <span className="break-all">{value}</span>
            </span>
            <Tag tone={agreed ? "done" : "you"}>{t(agreed ? "agreed" : "waits")}</Tag>
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-6">{children}</div>
    </Panel>
  );
}
