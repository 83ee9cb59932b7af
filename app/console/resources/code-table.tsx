import { getLocale, getTranslations } from "next-intl/server";
import { EditCode } from "@/components/filing/codes/edit-code";
import { MoveCode } from "@/components/filing/codes/move-code";
import { ActButton } from "@/components/ui/act-button";
import { Code } from "@/components/ui/code";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { CodeView } from "@/lib/usecases/codes/view";
import { deleteCodeAction, editCodeAction, moveCodeAction } from "./actions";

const TONE: Readonly<Record<CodeView["state"], Tone>> = {
  UNUSED: "neutral",
  IN_USE: "others",
  USED: "done",
  EXPIRED: "ended",
};

type Props = {
  label: string;
  rows: readonly CodeView[];
  /** Where they may be moved to. */
  servers: readonly { readonly id: string; readonly name: string }[];
};

/** Codes with who uses them, and what may be done with each now. */
export async function CodeTable({ label, rows, servers }: Props) {
  const [t, locale] = [await getTranslations("authCodes"), toLocale(await getLocale())];
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: t("code"), strong: true, cell: ({ code }) => <Code copy={code}>{code}</Code> },
        {
          label: t("state"),
          cell: ({ state, since }) => (
            <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
              <Tag tone={TONE[state]}>{t(`states.${state}`)}</Tag>
              <span className="text-muted">{t("since", { date: formatDate(since, locale) })}</span>
            </span>
          ),
        },
        {
          label: t("usedBy"),
          cell: ({ own, accountId, filed }) => (
            <span className="flex flex-col items-start gap-1">
              {own ? t("ownAccount") : <Code>{accountId}</Code>}
              {filed && (
                <span className="text-muted">
                  {[filed.name, filed.number].filter((part) => part !== null).join(" ")}
                </span>
              )}
            </span>
          ),
        },
        { label: t("remark"), cell: ({ remark }) => remark || "-" },
        { label: t("act"), cell: (row) => <Acts row={row} servers={servers} /> },
      ]}
    />
  );
}

async function Acts({ row, servers }: { row: CodeView; servers: Props["servers"] }) {
  const t = await getTranslations("authCodes");
  const known = { codeId: row.id, version: row.version };
  const name = row.code.slice(-5);
  const others = servers.filter(({ id }) => id !== row.resourceId);
  return (
    <div className="flex flex-wrap gap-2">
      <EditCode
        known={known}
        name={name}
        initial={{ accountId: row.accountId, remark: row.remark }}
        bound={!row.may.bind}
        edit={editCodeAction}
      />
      {row.may.move && others.length > 0 && (
        <MoveCode known={known} name={name} servers={others} move={moveCodeAction} />
      )}
      {row.may.remove && (
        <ActButton
          size="small"
          action={deleteCodeAction}
          input={known}
          label={t("remove")}
          aria-label={t("removeTitle", { name })}
          ask={{ title: t("removeTitle", { name }), text: t("removeText") }}
          done={t("removed")}
        />
      )}
    </div>
  );
}
