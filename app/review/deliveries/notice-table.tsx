import { getLocale, getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { AuthorityNotice } from "@/lib/usecases/system/line-view";

/** Notices of the authority nobody asked for, or that fitted no order. */
export async function NoticeTable({ rows }: { rows: readonly AuthorityNotice[] }) {
  const t = await getTranslations("review.notices");
  const locale = toLocale(await getLocale());
  return (
    <Panel title={t("title")} description={t("text")} flush className="mt-6">
      <DataTable
        label={t("title")}
        rows={rows}
        rowKey={({ seq }) => String(seq)}
        columns={[
          { label: t("what"), strong: true, cell: ({ type }) => t(`type.${type}` as never) },
          { label: t("filing"), cell: ({ filing }) => filing ?? t("none") },
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
          { label: t("outcome"), cell: ({ taken }) => t(taken ? "taken" : "passedOver") },
          { label: t("at"), cell: ({ at }) => formatDateTime(at, locale) },
        ]}
      />
    </Panel>
  );
}
