import { useLocale, useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { TimelineLine } from "@/lib/usecases/orders/views/timeline";

/** What happened to an order, newest on top. */
export function OrderTimeline({ lines }: { lines: readonly TimelineLine[] }) {
  const t = useTranslations("orders");
  const events = useTranslations("events");
  const locale = toLocale(useLocale());
  return (
    <Timeline
      label={t("timeline")}
      entries={lines.map(({ seq, at, type, tone, by, params, times }) => ({
        id: String(seq),
        tone,
        title:
          times > 1
            ? t("savedTimes", { count: times })
            : events(`${type}.applicant` as never, params as never),
        actor:
          typeof params.person === "string" && params.person !== ""
            ? `${t(`by.${by}`)} · ${params.person}`
            : t(`by.${by}`),
        time: <time dateTime={new Date(at).toISOString()}>{formatDateTime(at, locale)}</time>,
      }))}
    />
  );
}
