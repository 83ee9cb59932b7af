import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { StateTag } from "@/components/filing/order/state-tag";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { ViewTabs } from "@/components/ui/view-tabs";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import {
  CANCELLATION_VIEWS,
  type CancellationView,
  listCancellations,
} from "@/lib/usecases/review/list-cancellations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cancellations"))("title") };
}

const VIEWS = Object.keys(CANCELLATION_VIEWS) as [CancellationView, ...CancellationView[]];
const asked = z.object({ view: z.enum(VIEWS).optional().catch(undefined) });
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Cancellations of applicants: what a reviewer has to look at, what is on its way, what is over. */
export default async function CancellationsPage({ searchParams }: Props) {
  const actor = await requireActor("review.queue");
  const list = await listCancellations(actor, asked.parse(await searchParams));
  if (!list.ok) refusePage(list.error);
  const { rows, view, counts, off } = list.value;
  const [t, types, locale] = [
    await getTranslations("cancellations"),
    await getTranslations("orderTypes"),
    toLocale(await getLocale()),
  ];
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <ViewTabs
        label={t("title")}
        current={view}
        tabs={VIEWS.map((one) => ({
          id: one,
          href: `/review/cancellations?view=${one}`,
          label: t(`view.${one}`),
          count: counts[one],
        }))}
      />
      {view === "review" && off && (
        <div className="mb-4">
          <Notice
            actions={
              <Link href="/review/policy/cancel.review" className="link inline-block py-0.5">
                {t("policy")}
              </Link>
            }
          >
            {t("off")}
          </Notice>
        </div>
      )}
      <Panel flush>
        {rows.length === 0 ? (
          <EmptyState title={t(`none.${view}`)} />
        ) : (
          <DataTable
            label={t("title")}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t("number"),
                strong: true,
                cell: ({ id, number }) => (
                  <Link href={`/review/cancellations/${id}`} className="link font-mono">
                    {number}
                  </Link>
                ),
              },
              { label: t("kind"), cell: ({ type }) => types(`${type}.label`) },
              { label: t("of"), cell: ({ unitName, headline }) => unitName ?? headline ?? "-" },
              {
                label: t("province"),
                cell: ({ province }) => (province ? provinceName(province, locale) : "-"),
              },
              ...(view === "review"
                ? [
                    {
                      label: t("holder"),
                      cell: ({ holder, callBy }: (typeof rows)[number]) => (
                        <span className="flex flex-wrap gap-1.5">
                          {holder ?? "-"}
                          {callBy !== null && (
                            <Tag tone="you">{t("callBy", { date: formatDateTime(callBy, locale) })}</Tag>
                          )}
                        </span>
                      ),
                    },
                  ]
                : [
                    {
                      label: t("state"),
                      cell: ({ state }: (typeof rows)[number]) => <StateTag state={state} />,
                    },
                  ]),
              { label: t("since"), cell: ({ since }) => formatDateTime(since, locale) },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
