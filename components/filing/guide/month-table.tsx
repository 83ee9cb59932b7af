import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import type { CalendarDay, CalendarMonth, DayMark } from "@/lib/filing/guide/month-view";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const LOOK: Readonly<Partial<Record<DayMark, string>>> = {
  start: "bg-accent text-on-accent",
  provider_review: "bg-tone-ended-wash text-tone-ended",
  decision: "bg-tone-done-wash text-tone-done",
  limit: "bg-tone-you-wash text-tone-you",
};

/** One month with its working days, holidays and the marks of a count; a table, week by week. */
export function MonthTable({ month }: { month: CalendarMonth }) {
  const t = useTranslations("publicCalendar");
  const locale = useLocale();
  const title = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(
    Date.parse(`${month.month}-01`),
  );
  return (
    <table className="w-full table-fixed border-collapse self-start rounded-panel bg-surface">
      <caption className="mb-2 text-left text-h3 font-semibold">{title}</caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th
              key={day}
              scope="col"
              abbr={t(`weekdayLong.${day}`)}
              className="border border-line py-1 text-center text-small font-semibold text-muted"
            >
              {t(`weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week.find((day) => day !== null)?.day}>
            {week.map((day, index) => (
              <DayCell key={day?.day ?? `empty-${index}`} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day }: { day: CalendarDay | null }) {
  const t = useTranslations("publicCalendar");
  if (day === null) return <td className="border border-line bg-canvas" />;
  const shown = day.marks.filter((mark) => LOOK[mark] !== undefined);
  return (
    <td className={clsx("h-16 border border-line p-1 align-top", !day.working && "bg-canvas text-muted")}>
      <time dateTime={day.day} className="tabular-nums">
        {Number(day.day.slice(8))}
      </time>
      {day.holiday && <span className="block text-small">{t(`holiday.${day.holiday}`)}</span>}
      {day.makeUp && <span className="block text-small font-semibold text-text">{t("makeUp")}</span>}
      {shown.map((mark) => (
        // A phone's cell is too narrow for words: there the colour stands, and the words are for those who listen.
        <span key={mark} className={clsx("mt-0.5 block min-h-1.5 rounded-tag px-1 text-small", LOOK[mark])}>
          <span className="max-sm:sr-only">{t(`mark.${mark}` as never)}</span>
        </span>
      ))}
    </td>
  );
}
