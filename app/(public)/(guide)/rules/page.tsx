import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ColumnNotes } from "@/components/filing/guide/column-notes";
import { ProvinceTable } from "@/components/filing/guide/province-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { compareProvinces, readProvinceFilter } from "@/lib/filing/guide/compare-provinces";
import type { Query } from "@/lib/filing/guide/query";
import { publicPolicy } from "@/lib/usecases/guide/public-policy";
import { ProvinceFilters } from "./province-filters";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publicRules");
  return { title: t("title"), description: t("lead") };
}

/** The 31 provinces compared; the address says which and in what order. */
export default async function RulesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, { policy }] = await Promise.all([getTranslations("publicRules"), publicPolicy()]);
  const filter = readProvinceFilter(await searchParams);
  const provinces = compareProvinces(policy, filter);
  const limit = policy.provider.authorityReviewMaxWorkingDays;
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} action={<PrintButton label={t("print")} />} />
      <ProvinceFilters filter={filter} />
      <p role="status" className="mb-3 flex flex-wrap justify-between gap-x-6 text-muted">
        <span>{t("filter.found", { count: provinces.length })}</span>
        <span>{t("table.limit", { days: limit })}</span>
      </p>
      {provinces.length === 0 ? (
        <Panel>
          <EmptyState title={t("filter.none")}>{t("filter.noneText")}</EmptyState>
        </Panel>
      ) : (
        <ProvinceTable provinces={provinces} limit={limit} />
      )}
      <ColumnNotes />
    </>
  );
}
