import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ViewTabs } from "@/components/ui/view-tabs";
import { refusePage, requireActor } from "@/lib/http/page";
import { DELIVERY_VIEWS, listDeliveries } from "@/lib/usecases/notifications/list-deliveries";
import { listNotices, readLine } from "@/lib/usecases/system/line-view";
import { LineNotice } from "../line-notice";
import { DeliveryTable } from "./delivery-table";
import { NoticeTable } from "./notice-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications.deliveries"))("title") };
}

const asked = z.object({ view: z.enum(DELIVERY_VIEWS).catch("given").default("given") });
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What did not arrive, for those who run the console. */
export default async function DeliveriesPage({ searchParams }: Props) {
  const actor = await requireActor("delivery.manage");
  const { view } = asked.parse(await searchParams);
  const list = await listDeliveries(actor, { view });
  if (!list.ok) refusePage(list.error);
  const { rows, counts } = list.value;
  const [line, notices] = [await readLine(actor), await listNotices(actor)];
  if (!line.ok) refusePage(line.error);
  if (!notices.ok) refusePage(notices.error);
  const t = await getTranslations("notifications.deliveries");
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <LineNotice line={line.value} always />
      <ViewTabs
        label={t("title")}
        current={view}
        tabs={DELIVERY_VIEWS.map((one) => ({
          id: one,
          href: `/review/deliveries?view=${one}`,
          label: t(one),
          count: counts[one],
        }))}
      />
      <Panel flush>
        {rows.length === 0 ? (
          <EmptyState title={t(`${view}Empty`)}>{t(`${view}EmptyText`)}</EmptyState>
        ) : (
          <DeliveryTable rows={rows} />
        )}
      </Panel>
      {notices.value.length > 0 && <NoticeTable rows={notices.value} />}
    </>
  );
}
