import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { LineView } from "@/lib/usecases/system/line-view";

/** What is wrong with the line to the authority, or that nothing is; the latter only where `always` asks for it. */
export async function LineNotice({ line, always = false }: { line: LineView; always?: boolean }) {
  const t = await getTranslations("review.line");
  const causes = await getTranslations("notifications.deliveries.cause");
  const locale = toLocale(await getLocale());
  const { state, gap, waiting, cause } = line;
  if (state === "none" || (state === "answers" && gap === null && !always)) return null;
  const at = (ms: number | null) => (ms === null ? t("never") : formatDateTime(ms, locale));
  return (
    <div className="mb-6 flex flex-col gap-4">
      {state === "failing" ? (
        <Notice tone="refused" title={t("failing", { since: at(line.failingSince) })}>
          <p>
            {cause && `${causes(cause)} · `}
            {t("lastContact", { at: at(line.lastContactAt) })}
          </p>
          <p>{t("waiting", { count: waiting, at: at(line.nextTryAt) })}</p>
        </Notice>
      ) : (
        always && (
          <Notice tone="done" title={t("answers")}>
            <p>{t("lastContact", { at: at(line.lastContactAt) })}</p>
            <p>{t("due", { count: waiting })}</p>
          </Notice>
        )
      )}
      {gap && (
        <Notice tone="you" title={t("gap", { number: gap.number })}>
          {t("gapText", { count: gap.held, since: at(gap.since) })}
        </Notice>
      )}
    </div>
  );
}
