import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
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
    <Table stacked label={t("title")}>
      <THead>
        <Tr>
          <Th>{t("when")}</Th>
          <Th>{t("what")}</Th>
          <Th>{t("order")}</Th>
        </Tr>
      </THead>
      <TBody>
        {coming.map((deadline) => (
          <Tr key={`${deadline.orderNumber}-${deadline.kind}-${deadline.at}-${deadline.personId}`}>
            <Td label={t("when")}>
              <span className="whitespace-nowrap tabular-nums">{formatDateTime(deadline.at, locale)}</span>
              <span className="ml-2 text-small text-muted">
                {formatRelativeDays(deadline.at, now, locale)}
              </span>
            </Td>
            <Td label={t("what")}>{kind(`${deadline.kind}.label`)}</Td>
            <Td label={t("order")}>
              <span className="font-mono">{deadline.orderNumber}</span>
              {deadline.headline && <span className="ml-2 text-muted">{deadline.headline}</span>}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
