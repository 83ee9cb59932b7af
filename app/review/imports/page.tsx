import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportFile } from "@/components/review/imports/import-file";
import { Messages } from "@/components/shell/messages";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { refusePage, requireActor } from "@/lib/http/page";
import { IMPORT_COLUMNS, IMPORT_KINDS } from "@/lib/imports/kinds";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { askedInstead, listImports } from "@/lib/usecases/imports/list-imports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

/** The provider's own records by file, for supervisors and administrators. */
export default async function ImportsPage() {
  const actor = await requireActor("import.run");
  const past = await listImports(actor);
  if (!past.ok) refusePage(past.error);
  const [t, locale] = [await getTranslations("imports"), toLocale(await getLocale())];
  const kinds = IMPORT_KINDS.map((kind) => ({
    kind,
    askedInstead: askedInstead(kind),
    columns: IMPORT_COLUMNS[kind].map(({ name, optional = false }) => ({ name, optional })),
  }));
  return (
    <Messages namespaces={["imports"]}>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex flex-col gap-6">
        <Panel title={t("new")} description={t("newText")}>
          <ImportFile kinds={kinds} />
        </Panel>
        <Panel flush title={t("past")}>
          {past.value.length === 0 ? (
            <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
          ) : (
            <DataTable
              label={t("past")}
              rows={past.value}
              rowKey={({ id }) => id}
              columns={[
                { label: t("kind"), strong: true, cell: ({ kind }) => t(`kinds.${kind}`) },
                { label: t("at"), cell: ({ at }) => formatDateTime(at, locale) },
                { label: t("by"), cell: ({ by }) => by ?? t("operator") },
                { label: t("added"), numeric: true, cell: ({ added }) => added },
                { label: t("changed"), numeric: true, cell: ({ changed }) => changed },
                { label: t("removed"), numeric: true, cell: ({ removed }) => removed },
                { label: t("unchanged"), numeric: true, cell: ({ unchanged }) => unchanged },
              ]}
            />
          )}
        </Panel>
      </div>
    </Messages>
  );
}
