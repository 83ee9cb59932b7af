import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { DESK_VIEWS, type DeskView, listQueue } from "@/lib/authority/sandbox/usecases/list-queue";
import { requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { ProvinceFilter } from "./province-filter";
import { QueueTable } from "./queue-table";

type Query = { province?: string | string[]; below?: string | string[] };
type Props = { params: Promise<{ view: string }>; searchParams: Promise<Query> };

const isView = (text: string): text is DeskView => Object.hasOwn(DESK_VIEWS, text);

/** Untrusted address parts as filters; what is not one is left out. */
function filtersOf({ province, below }: Query): { province?: string; below?: number } {
  const number = typeof below === "string" && /^\d{1,9}$/.test(below) ? Number(below) : undefined;
  return {
    ...(typeof province === "string" && /^\d{6}$/.test(province) ? { province } : {}),
    ...(number === undefined ? {} : { below: number }),
  };
}

export default async function DeskQueuePage({ params, searchParams }: Props) {
  const actor = await requireActor("desk.work");
  const { view } = await params;
  if (!isView(view)) notFound();
  const filters = filtersOf(await searchParams);
  const queue = await listQueue(actor, { view, ...filters });
  if (!queue.ok) notFound();
  const { rows, next, nextAutomaticAt } = queue.value;
  // The province one looks at stays among the choices when its last filing is decided.
  const byProvince = { ...(filters.province ? { [filters.province]: 0 } : {}), ...queue.value.byProvince };
  const t = await getTranslations("authority");
  const locale = toLocale(await getLocale());
  const path = `/authority/queue/${view}`;
  const provinces = Object.entries(byProvince).map(([code, count]) => ({
    code,
    count,
    name: provinceName(code, locale),
  }));
  const older =
    next === null
      ? {}
      : {
          older: `${path}?${new URLSearchParams({ ...(filters.province ? { province: filters.province } : {}), below: String(next) })}`,
        };
  return (
    <>
      <PageHeader title={t(`view.${view}.title`)} description={t(`view.${view}.text`)} />
      {view === "review" && nextAutomaticAt !== null && (
        <p className="mb-4 text-muted">
          {t("nextAutomatic", { at: formatDateTime(nextAutomaticAt, locale) })}
        </p>
      )}
      {provinces.length > 1 && (
        <ProvinceFilter path={path} provinces={provinces} current={filters.province ?? null} />
      )}
      <Panel flush>
        {rows.length === 0 ? (
          <EmptyState title={t(`view.${view}.empty`)}>{t(`view.${view}.emptyText`)}</EmptyState>
        ) : (
          <QueueTable rows={rows} view={view} locale={locale} />
        )}
        <Pager {...older} />
      </Panel>
    </>
  );
}
