import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OpenForm } from "@/components/review/inspections/open-form";
import { Messages } from "@/components/shell/messages";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { startOfDay } from "@/lib/filing/policy/calendar";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { ERRORS_OF_INSPECTION } from "@/lib/messages/error-parts";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { type FoundFiling, findFilings } from "@/lib/usecases/inspection/find-filings";
import { openInspectionAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspection.desk"))("newTitle") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const text = (value: string | string[] | undefined) =>
  typeof value === "string" ? value.trim().slice(0, 100) : "";

/** Find what is filed, then say what is wrong with it. */
export default async function NewInspectionPage({ searchParams }: Props) {
  const actor = await requireActor("inspection.work");
  const sent = await searchParams;
  const [term, chosenId] = [text(sent.q), text(sent.filing)];
  const found = await findFilings(actor, { search: term });
  if (!found.ok) refusePage(found.error);
  const { rows, until, letterFrom, byAccount } = found.value;
  // One that was found alone needs no choosing.
  const chosen = rows.find(({ id }) => id === chosenId) ?? (rows.length === 1 ? rows[0] : undefined);
  const [t, locale] = [await getTranslations("inspection"), toLocale(await getLocale())];
  return (
    <Messages
      namespaces={["inspection.failure", "inspection.target", "inspection.desk", ...ERRORS_OF_INSPECTION]}
    >
      <PageHeader
        title={t("desk.newTitle")}
        description={t("desk.newText")}
        breadcrumb={[{ label: t("title"), href: "/review/inspections" }, { label: t("desk.new") }]}
      />
      <div className="flex flex-col gap-6">
        <Panel flush>
          <form
            action="/review/inspections/new"
            className="flex flex-wrap items-center gap-2 px-4 py-3 sm:px-6"
          >
            <input
              name="q"
              type="search"
              data-search
              defaultValue={term}
              maxLength={100}
              aria-label={t("desk.searchLabel")}
              placeholder={t(byAccount ? "desk.searchAccounts" : "desk.search")}
              className="h-9 min-w-0 flex-1 basis-72 rounded-control border border-control bg-surface px-3"
            />
            <Button type="submit">{t("desk.find")}</Button>
          </form>
          {term !== "" && rows.length === 0 && (
            <EmptyState title={t("desk.nothing")}>{t("desk.nothingText")}</EmptyState>
          )}
          {rows.length > 0 && <Found rows={rows} chosen={chosen} term={term} />}
        </Panel>
        {chosen && (
          <Panel
            title={t("desk.formTitle")}
            description={`${chosen.unitName ?? t("person")} ${chosen.number}`}
          >
            <OpenForm
              key={chosen.id}
              filing={chosen}
              until={formatDate(startOfDay(until), locale)}
              letterFrom={letterFrom}
              letterDay={formatDate(startOfDay(letterFrom), locale)}
              open={openInspectionAction}
            />
          </Panel>
        )}
      </div>
    </Messages>
  );
}

async function Found({
  rows,
  chosen,
  term,
}: {
  rows: readonly FoundFiling[];
  chosen: FoundFiling | undefined;
  term: string;
}) {
  const [t, locale] = [await getTranslations("inspection"), toLocale(await getLocale())];
  return (
    <DataTable
      label={t("desk.searchLabel")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: t("desk.number"), cell: ({ number }) => <Code>{number}</Code> },
        { label: t("desk.holder"), strong: true, cell: ({ unitName }) => unitName ?? t("person") },
        {
          label: t("desk.services"),
          cell: ({ services }) => services.map(({ name }) => name).join(locale === "en" ? ", " : "、"),
        },
        { label: t("desk.province"), cell: ({ province }) => provinceName(province, locale) },
        {
          label: t("desk.choice"),
          cell: ({ id, open }) => (
            <span className="flex flex-col items-start">
              {chosen?.id === id ? (
                <span className="font-semibold">{t("desk.chosen")}</span>
              ) : (
                <Link
                  href={`/review/inspections/new?q=${encodeURIComponent(term)}&filing=${id}`}
                  className="link py-0.5"
                >
                  {t("desk.choose")}
                </Link>
              )}
              {open > 0 && <span className="text-muted">{t("desk.openOnes", { count: open })}</span>}
            </span>
          ),
        },
      ]}
    />
  );
}
