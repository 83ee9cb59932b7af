import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { NextDate } from "@/lib/filing/registry/next-dates";
import { addMonths } from "@/lib/filing/shared/dates";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";

type Props = {
  dates: readonly NextDate[];
  today: string;
  /** Whether each says which service it is about. */
  numbered?: boolean;
};

/** What of a filing runs out, soonest first; what has and what soon will stand out, by word and colour. */
export function NextDates({ dates, today, numbered }: Props) {
  const t = useTranslations("filed.dates");
  const locale = toLocale(useLocale());
  const soon = addMonths(today, 3);
  return (
    <Panel title={t("title")} description={dates.length > 0 && t("text")}>
      {dates.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="flex flex-col">
        {dates.map(({ kind, service, name, day }) => (
          <li
            key={[kind, service, name].join(" ")}
            className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2 last:border-0"
          >
            <span className="min-w-0">
              {t(`kind.${kind}`)} {name !== null && <span className="font-mono break-all">{name}</span>}
              {numbered && service !== null && <span className="block text-small text-muted">{service}</span>}
            </span>
            <time dateTime={day} className={clsx("ml-auto", toneOf(day, today, soon))}>
              {formatDate(Date.parse(`${day}T00:00:00+08:00`), locale)}
              {day < today && ` · ${t("past")}`}
            </time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const toneOf = (day: string, today: string, soon: string): string =>
  day < today ? "text-tone-refused" : day < soon ? "text-tone-you" : "";
