import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecisionDates } from "@/components/filing/estimate/decision-dates";
import { DecisionNotes } from "@/components/filing/estimate/decision-panel";
import { EstimateParts } from "@/components/filing/estimate/estimate-parts";
import { MonthTable } from "@/components/filing/guide/month-table";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { readCalendarQuery } from "@/lib/filing/guide/calendar-query";
import { monthsOf } from "@/lib/filing/guide/month-view";
import type { Query } from "@/lib/filing/guide/query";
import { estimateDecision } from "@/lib/filing/lifecycle";
import { publicPolicy } from "@/lib/usecases/guide/public-policy";
import { CalendarForm } from "./calendar-form";
import { HolidayYears } from "./holiday-years";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publicCalendar");
  return { title: t("title"), description: t("lead") };
}

/** When an order submitted on a day in a province may be decided, drawn on the calendar. */
export default async function CalendarPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, label, { policy, now }] = await Promise.all([
    getTranslations("publicCalendar"),
    getTranslations("estimate"),
    publicPolicy(),
  ]);
  const asked = readCalendarQuery(await searchParams, policy, now);
  const estimate = estimateDecision(asked.order, policy, asked.order.since);
  const months = estimate === null ? [] : monthsOf(asked.from, estimate, policy.calendar);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <CalendarForm asked={asked} provinces={Object.keys(policy.provinces)} />
      {estimate && (
        <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <Panel title={t("result")}>
            <dl>
              <dt className="text-muted">{label("label")}</dt>
              <dd className="text-h2 font-semibold">
                <DecisionDates estimate={estimate} />
              </dd>
            </dl>
            <DecisionNotes estimate={estimate} />
            <h3 className="mt-5 font-semibold">{t("how")}</h3>
            <p className="mb-1 text-muted">{label("counted")}</p>
            <EstimateParts parts={estimate.parts} />
          </Panel>
          <section aria-label={t("months")} className="grid gap-6 xl:grid-cols-2">
            {months.map((month) => (
              <MonthTable key={month.month} month={month} />
            ))}
          </section>
        </div>
      )}
      <HolidayYears years={[...new Set(months.map(({ month }) => Number(month.slice(0, 4))))]} />
    </>
  );
}
