"use client";

import { useLocale, useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { PublicRecord } from "@/lib/authority/gateway";
import { NATURE_ENTERPRISE, NATURE_PERSON } from "@/lib/filing/application/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { QueryKind } from "./schema";

export interface Found {
  readonly by: QueryKind;
  readonly text: string;
  readonly records: readonly PublicRecord[];
}

const LIMIT = 50;

const natureKey = (code: number) =>
  code === NATURE_PERSON ? "person" : code === NATURE_ENTERPRISE ? "enterprise" : "other";

/** The register's answer, or what to do before and instead. */
export function QueryResults({ found }: { found: Found | null }) {
  const t = useTranslations("query");
  if (!found) return <EmptyState title={t("start.title")}>{t("start.text")}</EmptyState>;
  if (found.records.length === 0)
    return (
      <div role="status">
        <EmptyState title={t("none.title")}>{t(`none.${found.by}`, { text: found.text })}</EmptyState>
      </div>
    );
  return (
    <Panel
      flush
      title={<span role="status">{t("found", { count: found.records.length })}</span>}
      description={found.records.length >= LIMIT ? t("limited", { limit: LIMIT }) : undefined}
    >
      <Results records={found.records} />
    </Panel>
  );
}

function Results({ records }: { records: readonly PublicRecord[] }) {
  const t = useTranslations("query");
  const locale = toLocale(useLocale());
  return (
    <Table stacked label={t("results")}>
      <THead>
        <Tr>
          <Th>{t("column.organiser")}</Th>
          <Th>{t("column.nature")}</Th>
          <Th>{t("column.number")}</Th>
          <Th>{t("column.service")}</Th>
          <Th>{t("column.domains")}</Th>
          <Th numeric>{t("column.approved")}</Th>
        </Tr>
      </THead>
      <TBody>
        {records.map((record) => (
          <Tr key={record.serviceNumber}>
            <Td label={t("column.organiser")}>
              <span className="font-semibold">{record.organiser}</span>
            </Td>
            <Td label={t("column.nature")}>{t(`nature.${natureKey(record.natureCode)}`)}</Td>
            <Td label={t("column.number")}>
              <Code copy={record.serviceNumber}>{record.serviceNumber}</Code>
            </Td>
            <Td label={t("column.service")}>{record.serviceName}</Td>
            <Td label={t("column.domains")}>
              <span className="font-mono break-all">{record.domains.join(", ")}</span>
            </Td>
            <Td label={t("column.approved")} numeric className="whitespace-nowrap tabular-nums">
              <time dateTime={new Date(record.approvedAt).toISOString()}>
                {formatDate(record.approvedAt, locale)}
              </time>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
