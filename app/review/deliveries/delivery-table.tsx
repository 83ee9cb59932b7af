import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/notifications/act-button";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { DeliveryRow } from "@/lib/usecases/notifications/list-deliveries";
import { retryDeliveryAction } from "./actions";

/** One row a delivery: what, why it failed, when it is tried again, and "now". */
export async function DeliveryTable({ rows }: { rows: readonly DeliveryRow[] }) {
  const [t, events] = [
    await getTranslations("notifications.deliveries"),
    await getTranslations("notifications.event"),
  ];
  const locale = toLocale(await getLocale());
  const nameOf = ({ event, kind }: DeliveryRow) =>
    event === null ? t(`kind.${kind}`) : events(`${event}.title`);
  return (
    <Table label={t("title")} stacked>
      <THead>
        <Tr>
          <Th>{t("what")}</Th>
          <Th>{t("channel")}</Th>
          <Th>{t("order")}</Th>
          <Th>{t("why")}</Th>
          <Th numeric>{t("tries")}</Th>
          <Th>{t("since")}</Th>
          <Th>{t("next")}</Th>
          <Th>{t("act")}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label={t("what")} className="font-semibold">
              {nameOf(row)}
            </Td>
            <Td label={t("channel")}>{t(`way.${row.way}`)}</Td>
            <Td label={t("order")}>
              {row.order === null ? (
                t("none")
              ) : (
                <Link href={`/review/orders/${row.order.id}`} className="link py-0.5">
                  {row.order.number}
                </Link>
              )}
            </Td>
            <Td label={t("why")}>{t(`cause.${row.cause}`)}</Td>
            <Td label={t("tries")} numeric>
              {row.tries}
            </Td>
            <Td label={t("since")}>{formatDateTime(row.since, locale)}</Td>
            <Td label={t("next")}>{row.nextAt === null ? t("none") : formatDateTime(row.nextAt, locale)}</Td>
            <Td label={t("act")}>
              <ActButton
                size="small"
                action={retryDeliveryAction}
                input={{ deliveryId: row.id }}
                label={t("retry")}
                aria-label={t("retryOf", { what: nameOf(row) })}
                done={t("retried")}
              />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
