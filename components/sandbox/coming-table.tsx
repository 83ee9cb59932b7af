import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDateTime, formatRelativeDays } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { ComingDeadline } from "@/lib/usecases/sandbox/clock";

/** What time will bring to the open orders, soonest first. */
export function ComingTable({ coming, now }: { coming: readonly ComingDeadline[]; now: number }) {
  const t = useTranslations("sandbox.clock.coming");
  const kind = useTranslations("deadlines");
  const locale = toLocale(useLocale());
  if (coming.length === 0) return <EmptyState title={t("none")} />;
  return (
    <DataTable
      label={t("title")}
      rows={coming}
      rowKey={({ orderNumber, kind, at, personId }) => `${orderNumber}-${kind}-${at}-${personId}`}
      columns={[
        {
          label: t("when"),
          cell: ({ at }) => (
            <>
              <span className="whitespace-nowrap tabular-nums">{formatDateTime(at, locale)}</span>
              <span className="ml-2 text-small text-muted">{formatRelativeDays(at, now, locale)}</span>
            </>
          ),
        },
        { label: t("what"), cell: (deadline) => kind(`${deadline.kind}.label`) },
        {
          label: t("order"),
          cell: ({ orderNumber, headline }) => (
            <>
              <span className="font-mono">{orderNumber}</span>
              {headline && <span className="ml-2 text-muted">{headline}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
