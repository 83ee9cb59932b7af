import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/ui/act-button";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { listNotifications, NotificationFilter } from "@/lib/usecases/notifications/list-notifications";
import { markReadAction } from "../actions";
import { viewOr404 } from "../view";
import { Filters, hrefOf } from "./filters";
import { NotificationItem } from "./item";
import { NotificationTabs } from "./tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications.center"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NotificationsPage({ searchParams }: Props) {
  const actor = await requireActor("notification.read.own");
  const filter = NotificationFilter.parse(await searchParams);
  const [t, list] = [
    await getTranslations("notifications.center"),
    viewOr404(await listNotifications(actor, filter)),
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={list.total === 0 ? undefined : t("count", { unread: list.unread })}
        action={list.unread > 0 ? <ActButton action={markReadAction} label={t("markAll")} /> : undefined}
      />
      <NotificationTabs />
      {list.total > 0 && <Filters {...filter} />}
      <Panel flush>
        {list.items.length === 0 ? (
          <Nothing filtered={list.total > 0} />
        ) : (
          <ul>
            {list.items.map((item) => (
              <NotificationItem key={item.id} item={item} />
            ))}
          </ul>
        )}
        <Pager
          {...(filter.before === undefined ? {} : { newer: hrefOf({ ...filter, before: undefined }) })}
          {...(list.older === null ? {} : { older: hrefOf({ ...filter, before: list.older }) })}
        />
      </Panel>
    </>
  );
}

async function Nothing({ filtered }: { filtered: boolean }) {
  const t = await getTranslations("notifications.center");
  if (!filtered) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <EmptyState
      title={t("noneTitle")}
      action={<ButtonLink href="/console/notifications">{t("showAll")}</ButtonLink>}
    >
      {t("noneText")}
    </EmptyState>
  );
}
