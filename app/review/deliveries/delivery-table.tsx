import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/ui/act-button";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
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
    <DataTable
      label={t("title")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: t("what"), strong: true, cell: nameOf },
        { label: t("channel"), cell: ({ way }) => t(`way.${way}`) },
        {
          label: t("order"),
          cell: ({ order }) =>
            order === null ? (
              t("none")
            ) : (
              <Link href={`/review/orders/${order.id}`} className="link py-0.5">
                {order.number}
              </Link>
            ),
        },
        { label: t("why"), cell: ({ cause }) => t(`cause.${cause}`) },
        { label: t("tries"), numeric: true, cell: ({ tries }) => tries },
        { label: t("since"), cell: ({ since }) => formatDateTime(since, locale) },
        {
          label: t("next"),
          cell: ({ nextAt }) => (nextAt === null ? t("none") : formatDateTime(nextAt, locale)),
        },
        {
          label: t("act"),
          cell: (row) => (
            <ActButton
              size="small"
              action={retryDeliveryAction}
              input={{ deliveryId: row.id }}
              label={t("retry")}
              aria-label={t("retryOf", { what: nameOf(row) })}
              done={t("retried")}
            />
          ),
        },
      ]}
    />
  );
}
