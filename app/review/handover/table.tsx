import { getLocale, getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { provinceName } from "@/lib/messages/codes";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { HandoverRow } from "@/lib/usecases/handover/list-handover";
import { HANDOVER_TONE } from "./tones";

/** One row a submission; persons stay nameless here. */
export async function HandoverTable({ rows }: { rows: readonly HandoverRow[] }) {
  const t = await getTranslations("handover");
  const types = await getTranslations("orderTypes");
  const locale = toLocale(await getLocale());
  return (
    <DataTable
      label={t("title")}
      rows={rows}
      rowKey={({ sequence }) => String(sequence)}
      columns={[
        {
          label: t("column.sequence"),
          strong: true,
          cell: ({ sequence }) => (
            <Link href={`/review/handover/${sequence}`} className="link py-0.5">
              {t("open", { sequence })}
            </Link>
          ),
        },
        { label: t("column.order"), cell: ({ number }) => <span className="font-mono">{number}</span> },
        { label: t("column.organiser"), cell: ({ unitName }) => unitName ?? t("person") },
        { label: t("column.headline"), cell: ({ headline }) => headline ?? t("none") },
        { label: t("column.type"), cell: ({ type }) => types(`${type}.label`) },
        { label: t("column.province"), cell: ({ province }) => provinceName(province, locale) },
        { label: t("column.since"), cell: ({ since }) => formatDateTime(since, locale) },
        {
          label: t("column.state"),
          cell: ({ state }) => <Tag tone={HANDOVER_TONE[state]}>{t(`state.${state}`)}</Tag>,
        },
      ]}
    />
  );
}
