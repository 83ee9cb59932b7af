import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/bars";
import type { CorrectionGroup } from "@/lib/usecases/orders/views/corrections";
import type { Action } from "../actions";
import { CorrectionItem } from "./correction-item";
import { CorrectionSheet } from "./correction-sheet";
import { placeTitle } from "./place-title";

type Props = { orderId: string; groups: readonly CorrectionGroup[]; answer: Action };

/** Everything to correct, by the page it is mended on; every item with its own way there and its mark. */
export function CorrectionsPanel({ orderId, groups, answer }: Props) {
  const t = useTranslations("orders");
  if (groups.length === 0) return null;
  const items = groups.flatMap((group) => group.items);
  const done = items.filter((item) => item.answer !== null).length;
  const progress = t("corrections.progress", { done, count: items.length });
  return (
    <CorrectionSheet
      title={t("corrections.title", { count: items.length })}
      text={t("corrections.text")}
      progress={
        <div className="mb-4 flex items-center gap-3">
          <ProgressBar value={done} max={items.length} tone="done" label={progress} className="w-40" />
          <span className="text-muted tabular-nums">{progress}</span>
        </div>
      }
      sections={groups.map((group) => ({
        key: group.place,
        title: placeTitle((key) => t(key as never), group.place, group.title),
        items: group.items.map((item) => (
          <CorrectionItem key={item.id} orderId={orderId} item={item} answer={answer} withLink />
        )),
      }))}
    />
  );
}
