import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { HOLIDAYS } from "@/lib/filing/policy/calendar/holidays";

/** Of each year shown: whether its holidays are published, and by which notice. */
export function HolidayYears({ years }: { years: readonly number[] }) {
  const t = useTranslations("publicCalendar");
  return (
    <section aria-labelledby="years-title" className="mt-10">
      <h2 id="years-title" className="text-h3">
        {t("years")}
      </h2>
      <dl className="mt-2">
        {years.map((year) => {
          const known = HOLIDAYS[year];
          const published = known?.status === "published";
          return (
            <div
              key={year}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line py-3"
            >
              <dt className="flex items-center gap-3 font-semibold tabular-nums">
                {year}
                <Tag plain tone={published ? "done" : "you"}>
                  {t(published ? "published" : "estimated")}
                </Tag>
              </dt>
              <dd className="text-muted">{known?.notice ?? t("noNotice")}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
