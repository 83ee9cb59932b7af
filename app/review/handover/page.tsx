import { clsx } from "clsx";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CancelledForm } from "@/components/review/handover/cancelled-form";
import { FileForm } from "@/components/review/handover/file-form";
import { Messages } from "@/components/shell/messages";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ViewTabs } from "@/components/ui/view-tabs";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { HANDOVER_VIEWS, type HandoverView, listHandover } from "@/lib/usecases/handover/list-handover";
import { recordCancellationAction } from "./actions";
import { HandoverTable } from "./table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handover"))("title") };
}

const VIEWS = Object.keys(HANDOVER_VIEWS) as [HandoverView, ...HandoverView[]];
const asked = z.object({
  view: z.enum(VIEWS).catch("todo").default("todo"),
  province: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .catch(undefined),
});
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const CHIP = "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3";

/** What staff take to the authority by hand. */
export default async function HandoverPage({ searchParams }: Props) {
  const actor = await requireActor("handover.work");
  const { view, province } = asked.parse(await searchParams);
  const list = await listHandover(actor, { view, province });
  if (!list.ok) refusePage(list.error);
  const { rows, counts, byProvince } = list.value;
  const t = await getTranslations("handover");
  const all = await getTranslations("authority");
  const locale = toLocale(await getLocale());
  const path = `/review/handover?view=${view}`;
  const chips = [
    { code: undefined, name: all("allProvinces"), count: counts[view] },
    ...Object.entries(byProvince).map(([code, count]) => ({ code, name: provinceName(code, locale), count })),
  ];
  return (
    <Messages namespaces={["handover.file", "handover.cancelled"]}>
      <PageHeader title={t("title")} description={t("text")} />
      <ViewTabs
        label={t("title")}
        current={view}
        tabs={VIEWS.map((one) => ({
          id: one,
          href: `/review/handover?view=${one}`,
          label: t(`view.${one}`),
          count: counts[one],
        }))}
      />
      {chips.length > 2 && (
        <nav aria-label={all("province")} className="mb-4 flex flex-wrap gap-2">
          {chips.map(({ code, name, count }) => (
            <Link
              key={code ?? "all"}
              href={code === undefined ? path : `${path}&province=${code}`}
              aria-current={code === province ? "page" : undefined}
              className={clsx(
                CHIP,
                code === province
                  ? "border-accent bg-accent-wash font-semibold text-accent"
                  : "border-control bg-surface hover:border-accent",
              )}
            >
              {name}
              <span className="text-small tabular-nums">{count}</span>
            </Link>
          ))}
        </nav>
      )}
      <Panel flush>
        {rows.length === 0 ? (
          <EmptyState title={t(`empty.${view}`)}>{t(`emptyText.${view}`)}</EmptyState>
        ) : (
          <HandoverTable rows={rows} />
        )}
      </Panel>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <FileForm />
        <CancelledForm action={recordCancellationAction} />
      </div>
    </Messages>
  );
}
