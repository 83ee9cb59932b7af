import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { StateTag } from "@/components/filing/order/state-tag";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { listCancellations } from "@/lib/usecases/review/list-cancellations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cancellations"))("title") };
}

/** Cancellations of applicants, newest first: nothing to decide here. */
export default async function CancellationsPage() {
  const actor = await requireActor("review.queue");
  const list = await listCancellations(actor);
  if (!list.ok) refusePage(list.error);
  const [t, types, locale] = [
    await getTranslations("cancellations"),
    await getTranslations("orderTypes"),
    toLocale(await getLocale()),
  ];
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <Panel flush>
        {list.value.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <DataTable
            label={t("title")}
            rows={list.value}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t("number"),
                strong: true,
                cell: ({ id, number }) => (
                  <Link href={`/review/orders/${id}`} className="link font-mono">
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
              { label: t("state"), cell: ({ state }) => <StateTag state={state} /> },
              { label: t("since"), cell: ({ since }) => formatDateTime(since, locale) },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
