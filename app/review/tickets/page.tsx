import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FilterForm, FilterSelect } from "@/components/filing/guide/filter-fields";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { firstValues, type Query } from "@/lib/filing/guide/query";
import { MASTER } from "@/lib/filing/policy/provinces/master";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { listTickets } from "@/lib/usecases/manual/tickets";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manual.tickets"))("title") };
}

/** Cancellations that are proven by documents and a call. */
export default async function TicketsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor("review.queue");
  const asked = firstValues(await searchParams).province ?? "";
  const province = MASTER.some(({ code }) => code === asked) ? asked : undefined;
  const list = await listTickets(actor, province === undefined ? {} : { province });
  if (!list.ok) refusePage(list.error);
  const [t, locale] = [await getTranslations("manual"), toLocale(await getLocale())];
  return (
    <>
      <PageHeader title={t("tickets.title")} description={t("tickets.text")} />
      <FilterForm
        action="/review/tickets"
        label={t("tickets.filter")}
        submit={t("tickets.show")}
        clear={{ label: t("tickets.all"), active: province !== undefined }}
        state={province}
      >
        <FilterSelect
          name="province"
          label={t("tickets.province")}
          value={province}
          any={t("tickets.anyProvince")}
          options={MASTER.map(({ code }) => ({ value: code, label: provinceName(code, locale) }))}
        />
      </FilterForm>
      <Panel flush>
        {list.value.length === 0 ? (
          <EmptyState title={t(province === undefined ? "tickets.empty" : "tickets.emptyThere")} />
        ) : (
          <Table label={t("tickets.title")} stacked>
            <THead>
              <Tr>
                <Th>{t("tickets.number")}</Th>
                <Th>{t("tickets.province")}</Th>
                <Th>{t("tickets.kind")}</Th>
                <Th>{t("tickets.state")}</Th>
                <Th>{t("tickets.since")}</Th>
              </Tr>
            </THead>
            <TBody>
              {list.value.map(({ id, number, unitName, province: of, kind, state, since }) => (
                <Tr key={id}>
                  <Td label={t("tickets.number")}>
                    <Link href={`/review/tickets/${id}`} className="link mr-2 py-0.5">
                      {unitName ?? t("tickets.person")}
                    </Link>
                    <Code>{number}</Code>
                  </Td>
                  <Td label={t("tickets.province")}>{provinceName(of, locale)}</Td>
                  <Td label={t("tickets.kind")}>{t(`kind.${kind}`)}</Td>
                  <Td label={t("tickets.state")}>{t(`state.${state}`)}</Td>
                  <Td label={t("tickets.since")}>{formatDate(since, locale)}</Td>
                </Tr>
              ))}
            </TBody>
          </Table>
        )}
      </Panel>
    </>
  );
}
