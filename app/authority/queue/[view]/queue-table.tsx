import { getTranslations } from "next-intl/server";
import { ProgressBar } from "@/components/ui/bars";
import { Link } from "@/components/ui/link";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { REVIEW_LIMIT_WORKING_DAYS } from "@/lib/authority/sandbox/rules";
import type { DeskRow, DeskView } from "@/lib/authority/sandbox/usecases/list-queue";
import { provinceName } from "@/lib/messages/codes";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import { STATE_TONE } from "../../states";

type Props = { rows: readonly DeskRow[]; view: DeskView; locale: Locale };

/** One submission a row; the organiser is the link. */
export async function QueueTable({ rows, view, locale }: Props) {
  const t = await getTranslations("authority");
  const types = await getTranslations("orderTypes");
  const automatic = ({ automaticAt }: DeskRow) =>
    automaticAt === null ? null : formatDateTime(automaticAt, locale);
  const last = view === "review" ? t("column.age") : t("column.state");
  return (
    <Table stacked label={t("table")}>
      <THead>
        <Tr>
          <Th numeric>{t("column.sequence")}</Th>
          <Th>{t("column.organiser")}</Th>
          <Th>{t("column.headline")}</Th>
          <Th>{t("column.type")}</Th>
          <Th>{t("column.province")}</Th>
          <Th>{t("column.received")}</Th>
          <Th>{last}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.sequence}>
            <Td numeric label={t("column.sequence")} className="tabular-nums text-muted">
              {row.sequence}
            </Td>
            <Td label={t("column.organiser")}>
              <Link href={`/authority/submissions/${row.sequence}`} className="link font-semibold">
                {row.organiser}
              </Link>
            </Td>
            <Td label={t("column.headline")}>
              <span className="font-mono break-all">{row.headline}</span>
              {row.serviceCount > 1 && <span className="text-muted"> +{row.serviceCount - 1}</span>}
            </Td>
            <Td label={t("column.type")}>{types(`${row.orderType}.label`)}</Td>
            <Td label={t("column.province")}>{provinceName(row.province, locale)}</Td>
            <Td label={t("column.received")} className="whitespace-nowrap tabular-nums">
              {formatDateTime(row.receivedAt, locale)}
            </Td>
            <Td label={last}>
              {view === "review" ? (
                <Age days={row.waitedDays ?? 0} left={row.leftDays ?? 0} at={automatic(row)} />
              ) : (
                <Tag tone={STATE_TONE[row.state]}>{t(`state.${row.state}`)}</Tag>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

async function Age({ days, left, at }: { days: number; left: number; at: string | null }) {
  const t = await getTranslations("authority");
  return (
    <span className="flex flex-col gap-1">
      <span className="inline-flex items-center gap-2 whitespace-nowrap">
        <ProgressBar
          value={Math.min(days, REVIEW_LIMIT_WORKING_DAYS)}
          max={REVIEW_LIMIT_WORKING_DAYS}
          label={t("ageLabel", { days, max: REVIEW_LIMIT_WORKING_DAYS })}
          tone={days > REVIEW_LIMIT_WORKING_DAYS ? "refused" : "others"}
          className="w-16"
        />
        <span className="tabular-nums">{t("age", { days })}</span>
      </span>
      {left < 0 ? (
        <Tag tone="refused">{t("late", { days: -left })}</Tag>
      ) : (
        <span className="text-muted">{t("left", { days: left })}</span>
      )}
      {at !== null && <span className="text-small text-muted">{t("automaticAt", { at })}</span>}
    </span>
  );
}
