import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { InspectionTag, TargetName, UntilDay } from "@/components/filing/inspection/words";
import { ProvinceFilter } from "@/components/review/inspections/province-filter";
import { ButtonLink } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ViewTabs } from "@/components/ui/view-tabs";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy/provinces";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { INSPECTION_VIEWS, listInspections } from "@/lib/usecases/inspection/list-inspections";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspection"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Inspections under way, what is over time first; or those that are over. */
export default async function InspectionsPage({ searchParams }: Props) {
  const actor = await requireActor("inspection.work");
  const { view: asked, province: named } = await searchParams;
  const view = asked === "over" ? "over" : "open";
  const province = typeof named === "string" && Object.hasOwn(PROVINCES_BY_CODE, named) ? named : null;
  const list = await listInspections(actor, { view, province });
  if (!list.ok) refusePage(list.error);
  const [t, locale] = [await getTranslations("inspection"), toLocale(await getLocale())];
  const narrowed = province === null ? "" : `&province=${province}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("desk.text")}
        action={
          <ButtonLink href="/review/inspections/new" variant="primary">
            {t("desk.new")}
          </ButtonLink>
        }
      />
      <ViewTabs
        label={t("desk.views")}
        current={view}
        tabs={INSPECTION_VIEWS.map((id) => ({
          id,
          href: `/review/inspections?view=${id}${narrowed}`,
          label: t(`desk.view.${id}`),
        }))}
      />
      <Panel flush>
        <ProvinceFilter
          view={view}
          current={province ?? ""}
          words={{ label: t("desk.province"), all: t("desk.allProvinces"), filter: t("desk.filter") }}
          provinces={Object.keys(PROVINCES_BY_CODE).map((code) => ({
            code,
            name: provinceName(code, locale),
          }))}
        />
        {list.value.length === 0 ? (
          <EmptyState title={t(view === "over" ? "desk.noneOver" : "desk.none")}>
            {view === "open" && t("desk.noneText")}
          </EmptyState>
        ) : (
          <DataTable
            label={t("title")}
            rows={list.value}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t("desk.failureColumn"),
                strong: true,
                cell: ({ id, failure }) => (
                  <Link href={`/review/inspections/${id}`} className="link">
                    {t(`failure.${failure}`)}
                  </Link>
                ),
              },
              {
                label: t("desk.number"),
                cell: ({ unitName, number }) => (
                  <>
                    <span className="block">{unitName ?? t("person")}</span>
                    <Code className="whitespace-nowrap">{number}</Code>
                  </>
                ),
              },
              { label: t("desk.targetColumn"), cell: (line) => <TargetName line={line} /> },
              { label: t("desk.province"), cell: ({ province: code }) => provinceName(code, locale) },
              { label: t("desk.originColumn"), cell: ({ origin }) => t(`origin.${origin}`) },
              { label: t("desk.stateColumn"), cell: (line) => <InspectionTag line={line} reader="staff" /> },
              { label: t("desk.deadlineColumn"), cell: (line) => <UntilDay line={line} /> },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
