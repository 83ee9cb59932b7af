import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { QueueTable } from "@/components/review/queue-table";
import { Button, ButtonLink } from "@/components/ui/button";
import { Kbd } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { toLocale } from "@/lib/messages/locales";
import { listQueue } from "@/lib/usecases/review/list-queue";
import { QUEUE_VIEWS, type QueueView } from "@/lib/usecases/review/queue-where";
import { readLine } from "@/lib/usecases/system/line-view";
import { claimAction } from "../../actions";
import { LineNotice } from "../../line-notice";
import { presentQueue } from "../../present-queue";

type Props = {
  params: Promise<{ view: string }>;
  searchParams: Promise<{ q?: string; cursor?: string }>;
};

const isView = (text: string): text is QueueView => (QUEUE_VIEWS as readonly string[]).includes(text);

export default async function QueuePage({ params, searchParams }: Props) {
  const actor = await requireActor("review.queue");
  const { view } = await params;
  if (!isView(view)) notFound();
  const { q, cursor } = await searchParams;
  const search = typeof q === "string" ? q.slice(0, 100) : undefined;
  const page = await listQueue(actor, {
    view,
    search,
    cursor: typeof cursor === "string" ? cursor : undefined,
  });
  if (!page.ok) notFound();
  const line = await readLine(actor);
  const t = await getTranslations("review");
  const items = await presentQueue(page.value, toLocale(await getLocale()));
  const link = (to: string | null) =>
    to === null
      ? undefined
      : `/review/queue/${view}?${new URLSearchParams({ ...(search ? { q: search } : {}), cursor: to })}`;
  const [newer, older] = [link(page.value.newer), link(page.value.older)];
  return (
    <>
      <PageHeader
        title={t(`nav.${view}`)}
        breadcrumb={[{ label: t("meta.title"), href: "/review" }, { label: t(`nav.${view}`) }]}
      />
      {line.ok && <LineNotice line={line.value} />}
      <Panel flush>
        <Search action={`/review/queue/${view}`} term={search ?? ""} />
        {items.length === 0 ? (
          <EmptyState title={t("queue.emptyTitle")}>
            {search ? t("queue.emptySearch", { term: search }) : t("queue.emptyText")}
          </EmptyState>
        ) : (
          <QueueTable items={items} claim={claimAction} />
        )}
        <Pager {...(newer ? { newer } : {})} {...(older ? { older } : {})} />
      </Panel>
      <Shortcuts />
    </>
  );
}

async function Search({ action, term }: { action: string; term: string }) {
  const t = await getTranslations("review.queue");
  const common = await getTranslations("common");
  return (
    <form action={action} className="flex flex-wrap items-center gap-2 px-4 py-3 sm:px-6">
      <input
        name="q"
        type="search"
        defaultValue={term}
        placeholder={t("search")}
        aria-label={t("searchLabel")}
        className="h-9 w-full max-w-sm rounded-control border border-control bg-surface px-3"
      />
      <Button type="submit">{common("search")}</Button>
      {term !== "" && (
        <ButtonLink href={action} variant="quiet">
          {t("clear")}
        </ButtonLink>
      )}
    </form>
  );
}

async function Shortcuts() {
  const t = await getTranslations("review.queue");
  return (
    <p className="mt-3 flex items-center gap-4 text-small text-muted max-lg:hidden">
      {t("keys")}
      <span>
        <Kbd>J</Kbd> <Kbd>K</Kbd> {t("keyMove")}
      </span>
      <span>
        <Kbd>Enter</Kbd> {t("keyOpen")}
      </span>
      <span>
        <Kbd>C</Kbd> {t("keyClaim")}
      </span>
    </p>
  );
}
