import { clsx } from "clsx";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
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
      <nav aria-label={t("title")} className="mb-6 border-b border-line">
        <ul className="flex gap-6">
          {DELIVERY_VIEWS.map((one) => (
            <li key={one}>
              <Link
                href={`/review/deliveries?view=${one}`}
                aria-current={one === view ? "page" : undefined}
                className={clsx(
                  "-mb-px inline-flex h-11 items-center gap-2 border-b-2",
                  one === view ? "border-accent font-semibold" : "border-transparent text-muted",
                )}
              >
                {t(one)}
                <span className="text-small tabular-nums">{counts[one]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
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
