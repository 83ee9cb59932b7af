import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { MarkRead } from "@/components/filing/order/mark-read";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { Params } from "@/lib/filing/shared/refusal";
import { requireActor } from "@/lib/http/page";
import { formatDateTime } from "@/lib/messages/format";
import { type Locale, toLocale } from "@/lib/messages/locales";
import { listNotifications } from "@/lib/usecases/orders/notifications";
import { markReadAction } from "../actions";
import { viewOr404 } from "../view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.notifications"))("title") };
}

/** Times among the parameters are epoch milliseconds until somebody reads them. */
const written = (params: Params, locale: Locale): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name.endsWith("At") && typeof value === "number" ? formatDateTime(value, locale) : value,
    ]),
  );

export default async function NotificationsPage() {
  const actor = await requireActor("notification.read.own");
  const [t, events, locale] = [
    await getTranslations("console.notifications"),
    await getTranslations("notifications.event"),
    toLocale(await getLocale()),
  ];
  const list = viewOr404(await listNotifications(actor));
  const unread = list.filter((item) => item.unread).length;
  return (
    <>
      <PageHeader
        title={t("title")}
        action={unread > 0 ? <MarkRead action={markReadAction} label={t("markRead")} /> : undefined}
      />
      <Panel flush>
        {list.length === 0 ? (
          <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
        ) : (
          <ul>
            {list.map(({ id, event, params, orderId, at, unread: isNew }) => (
              <li
                key={id}
                className={`border-b border-line px-4 py-4 last:border-0 sm:px-6 ${isNew ? "bg-accent-wash" : ""}`}
              >
                <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span className={isNew ? "font-semibold" : ""}>
                    {isNew && <span className="sr-only">{t("unread")} </span>}
                    {events(`${event}.title` as never)}
                  </span>
                  <time dateTime={new Date(at).toISOString()} className="text-small text-muted">
                    {formatDateTime(at, locale)}
                  </time>
                </p>
                <p className="mt-0.5 text-muted">
                  {events(`${event}.text` as never, written(params, locale) as never)}
                </p>
                {orderId && (
                  <Link href={`/console/orders/${orderId}`} className="link mt-1 inline-block py-0.5">
                    {t("toOrder")}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
