import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { CopyAnswer } from "@/lib/usecases/orders/copy-view";

/** What a round answered, item by item; nothing where nothing had been asked. */
export function CopyAnswers({ answers }: { answers: readonly CopyAnswer[] }) {
  const t = useTranslations("orders.copy");
  const reasons = useTranslations("rejections");
  if (answers.length === 0) return null;
  return (
    <Panel title={t("answers")}>
      <ul>
        {answers.map(({ id, code, answer, pictures }) => (
          <li key={id} className="border-b border-line py-2 last:border-0">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-semibold">{reasons(`${code}.name` as never)}</span>
              {pictures > 0 && (
                <span className="text-muted tabular-nums">{t("answerPictures", { count: pictures })}</span>
              )}
            </p>
            <p className="break-words whitespace-pre-line">
              {t(`answer.${answer.kind}`, { text: answer.text })}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
