import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/bars";
import { Panel } from "@/components/ui/panel";
import type { CorrectionGroup } from "@/lib/usecases/orders/views/corrections";
import type { Action } from "../actions";
import { CorrectionItem } from "./correction-item";
import { placeTitle } from "./place-title";

type Props = { orderId: string; groups: readonly CorrectionGroup[]; answer: Action };

/** Everything to correct, by the page it is mended on; every item with its own way there and its mark. */
export function CorrectionsPanel({ orderId, groups, answer }: Props) {
  const t = useTranslations("orders");
  if (groups.length === 0) return null;
  const items = groups.flatMap((group) => group.items);
  const done = items.filter((item) => item.answer !== null).length;
  return (
    <Panel title={t("corrections.title", { count: items.length })} description={t("corrections.text")}>
      <div className="mb-4 flex items-center gap-3">
        <ProgressBar
          value={done}
          max={items.length}
          tone="done"
          label={t("corrections.progress", { done, count: items.length })}
          className="w-40"
        />
        <span className="text-muted tabular-nums">
          {t("corrections.progress", { done, count: items.length })}
        </span>
      </div>
      <div className="flex flex-col gap-5">
        {groups.map((group) => (
          <section key={group.place} className="border-t border-line pt-4">
            <h3 className="mb-2 text-base font-semibold">
              {placeTitle((key) => t(key as never), group.place, group.title)}
            </h3>
            <ul className="flex flex-col gap-4">
              {group.items.map((item) => (
                <CorrectionItem key={item.id} orderId={orderId} item={item} answer={answer} withLink />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
