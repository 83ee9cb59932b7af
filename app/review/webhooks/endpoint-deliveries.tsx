import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/ui/act-button";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { WebhookDelivery } from "@/lib/usecases/webhooks/list-endpoints";
import { retryDeliveryAction } from "../deliveries/actions";

const TONE: Readonly<Record<WebhookDelivery["state"], Tone>> = {
  arrived: "done",
  waiting: "others",
  held: "ended",
  trying: "you",
  refused: "refused",
  erased: "ended",
};

/** How the last calls to a receiver went; what did not arrive can be sent again at once. */
export async function EndpointDeliveries(props: { name: string; deliveries: readonly WebhookDelivery[] }) {
  const { name, deliveries } = props;
  const t = await getTranslations("webhooks");
  const [causes, common] = [
    await getTranslations("notifications.deliveries.cause"),
    await getTranslations("notifications.deliveries"),
  ];
  const locale = toLocale(await getLocale());
  if (deliveries.length === 0) return <p className="text-muted">{t("noDeliveries")}</p>;
  return (
    <div>
      <h3 className="mb-2 font-semibold">{t("deliveries")}</h3>
      <DataTable
        label={t("deliveriesOf", { name })}
        rows={deliveries}
        rowKey={({ id }) => id}
        columns={[
          { label: common("what"), strong: true, cell: ({ event }) => t(`event.${event}`) },
          {
            label: t("state"),
            cell: ({ state }) => <Tag tone={TONE[state]}>{t(`delivery.${state}`)}</Tag>,
          },
          {
            label: common("why"),
            cell: ({ cause }) => (cause === null ? common("none") : causes(cause)),
          },
          { label: common("tries"), numeric: true, cell: ({ tries }) => tries },
          { label: t("at"), cell: ({ createdAt }) => formatDateTime(createdAt, locale) },
          {
            label: common("next"),
            cell: ({ nextAt }) => (nextAt === null ? common("none") : formatDateTime(nextAt, locale)),
          },
          {
            label: common("act"),
            cell: ({ id, state, event }) =>
              state === "trying" || state === "refused" ? (
                <ActButton
                  size="small"
                  action={retryDeliveryAction}
                  input={{ deliveryId: id }}
                  label={t("again")}
                  aria-label={t("againOf", { event: t(`event.${event}`), name })}
                  done={common("retried")}
                />
              ) : (
                common("none")
              ),
          },
        ]}
      />
    </div>
  );
}
