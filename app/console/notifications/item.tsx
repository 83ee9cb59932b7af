import { getLocale, getTranslations } from "next-intl/server";
import { OrderLink } from "@/components/notifications/order-link";
import { ActButton } from "@/components/ui/act-button";
import { Tag } from "@/components/ui/tag";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { placeOf } from "@/lib/notify/events";
import { renderNotification } from "@/lib/notify/render";
import type { NotificationView } from "@/lib/usecases/notifications/list-notifications";
import { readOneAction } from "./actions";

/** One message: what happened, when, what of it has not arrived, and the way to the order. */
export async function NotificationItem({ item }: { item: NotificationView }) {
  const [t, locale] = [await getTranslations("notifications.center"), toLocale(await getLocale())];
  const { id, event, params, orderId, at, unread } = item;
  const href = orderId === null ? placeOf(event) : `/console/orders/${orderId}`;
  const { title, text } = renderNotification(translator(locale), locale, event, params);
  return (
    <li className={`border-b border-line px-4 py-4 last:border-0 sm:px-6 ${unread ? "bg-accent-wash" : ""}`}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className={unread ? "font-semibold" : ""}>
          {unread && <span className="sr-only">{t("unread")} </span>}
          {title}
        </span>
        <time dateTime={new Date(at).toISOString()} className="text-small text-muted">
          {formatDateTime(at, locale)}
        </time>
      </p>
      <p className="mt-0.5 text-muted">{text}</p>
      <Undelivered item={item} />
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {href ? (
          <OrderLink href={href} notificationId={id} unread={unread} read={readOneAction}>
            {t(orderId === null ? "toFilings" : "toOrder")}
          </OrderLink>
        ) : (
          <span />
        )}
        {unread && (
          <ActButton
            size="small"
            variant="quiet"
            action={readOneAction}
            input={{ notificationId: id }}
            label={t("markOne")}
            aria-label={t("markOneOf", { title })}
          />
        )}
      </div>
    </li>
  );
}

/** An outage never looks like silence: what has not arrived is said, with when it is tried again. */
async function Undelivered({ item }: { item: NotificationView }) {
  if (item.undelivered.length === 0) return null;
  const [t, locale] = [await getTranslations("notifications.center.delivery"), toLocale(await getLocale())];
  return (
    <ul className="mt-2 flex flex-col gap-1">
      {item.undelivered.map(({ channel, nextAt }) => (
        <li key={channel} className="flex flex-wrap items-center gap-2">
          <Tag tone={nextAt === null ? "refused" : "others"}>{t(channel)}</Tag>
          <span>
            {nextAt === null
              ? t("failed", { channel })
              : t("waiting", { channel, at: formatDateTime(nextAt, locale) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
