import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { QueueFilters } from "@/components/review/queue-filters";
import { QueueTable } from "@/components/review/queue-table";
import { ViewKeeper } from "@/components/review/view-keeper";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { toLocale } from "@/lib/messages/locales";
import { currentPolicy } from "@/lib/usecases/policy/current-policy";
import { listQueue } from "@/lib/usecases/review/list-queue";
import { deskHref, filtersOf, isQueueView, queryOf, queueHref } from "@/lib/usecases/review/queue-filters";
import { listReviewers } from "@/lib/usecases/review/reviewers";
import { listSavedViews } from "@/lib/usecases/review/saved-views";
import { listTakenAway } from "@/lib/usecases/review/taken-away";
import { readLine } from "@/lib/usecases/system/line-view";
import { claimAction } from "../../actions";
import { LineNotice } from "../../line-notice";
import { presentFilters } from "../../present-filters";
import { presentQueue } from "../../present-queue";
import { removeViewAction, renameViewAction, saveViewAction } from "../../view-actions";
import { TakenAway } from "./taken-away";

type Props = {
  params: Promise<{ view: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

export default async function QueuePage({ params, searchParams }: Props) {
  const actor = await requireActor("review.queue");
  const { view } = await params;
  if (!isQueueView(view)) notFound();
  const sent = await searchParams;
  const filters = filtersOf(sent);
  const search = one(sent.q)?.slice(0, 100);
  const page = await listQueue(actor, { view, filters, search, cursor: one(sent.cursor) });
  if (!page.ok) notFound();
  const line = await readLine(actor);
  const t = await getTranslations("review");
  const locale = toLocale(await getLocale());
  const saved = (await listSavedViews(actor)).find(({ id }) => id === one(sent.saved)) ?? null;
  const items = await presentQueue(page.value, locale, (id) => deskHref(id, view, filters));
  const choices = await presentFilters(
    filters,
    await listReviewers(),
    (await currentPolicy()).provider.orderTypesEnabled,
    locale,
  );
  const query = queryOf(filters);
  const active = query !== "" || (search ?? "") !== "";
  const link = (cursor: string | null) => {
    const kept = { ...(search ? { q: search } : {}), ...(saved ? { saved: saved.id } : {}) };
    return cursor === null
      ? undefined
      : queueHref(view, filters, new URLSearchParams({ ...kept, cursor }).toString());
  };
  const [newer, older] = [link(page.value.newer), link(page.value.older)];
  return (
    <>
      <PageHeader
        title={saved?.name ?? t(`nav.${view}`)}
        breadcrumb={[
          { label: t("meta.title"), href: "/review" },
          ...(saved ? [{ label: t(`nav.${view}`), href: `/review/queue/${view}` }] : []),
          { label: saved?.name ?? t(`nav.${view}`) },
        ]}
        action={
          (query !== "" || saved) && (
            <ViewKeeper
              {...{ view, query, saved }}
              plainHref={queueHref(view, filters)}
              save={saveViewAction}
              rename={renameViewAction}
              remove={removeViewAction}
            />
          )
        }
      />
      {line.ok && <LineNotice line={line.value} />}
      {view === "mine" && <TakenAway lost={await listTakenAway(actor)} />}
      <Panel flush>
        <QueueFilters
          key={`${query} ${search ?? ""}`}
          action={`/review/queue/${view}`}
          term={search ?? ""}
          choices={choices}
          due={filters.due ?? ""}
          active={active}
        />
        {items.length === 0 ? (
          <Empty
            done={one(sent.done) !== undefined}
            search={search ?? ""}
            filtered={query !== ""}
            view={view}
          />
        ) : (
          <QueueTable items={items} claim={claimAction} />
        )}
        <Pager {...(newer ? { newer } : {})} {...(older ? { older } : {})} />
      </Panel>
    </>
  );
}

type EmptyProps = { done: boolean; search: string; filtered: boolean; view: string };

/** Nothing here: because all is done, because of what was asked for, or because nothing came yet. */
async function Empty({ done, search, filtered, view }: EmptyProps) {
  const t = await getTranslations("review.queue");
  if (search !== "")
    return <EmptyState title={t("emptyTitle")}>{t("emptySearch", { term: search })}</EmptyState>;
  if (filtered)
    return (
      <EmptyState title={t(done ? "doneTitle" : "emptyTitle")}>
        {t("emptyFiltered")}
        <span className="mt-3 block">
          <ButtonLink href={`/review/queue/${view}`}>{t("clear")}</ButtonLink>
        </span>
      </EmptyState>
    );
  return (
    <EmptyState title={t(done ? "doneTitle" : "emptyTitle")}>{t(done ? "doneText" : "emptyText")}</EmptyState>
  );
}
