import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { STATIONS } from "@/lib/filing/lifecycle/states";

/** The five stations with who acts and how long it takes; a column on phones, a row on desktops. */
export function RoadSteps() {
  const t = useTranslations("landing.road");
  return (
    <ol className="grid lg:grid-cols-5">
      {STATIONS.map((station, index) => (
        <li
          key={station}
          className="relative grid grid-cols-[2rem_1fr] gap-x-4 pb-8 last:pb-0 lg:block lg:pr-6 lg:pb-0"
        >
          {index < STATIONS.length - 1 && (
            <span
              aria-hidden
              className="absolute top-9 bottom-1 left-[15px] border-l-2 border-line lg:top-[15px] lg:right-1 lg:bottom-auto lg:left-10 lg:border-t-2 lg:border-l-0"
            />
          )}
          <span
            aria-hidden
            className={clsx(
              "inline-flex size-8 items-center justify-center rounded-full border-2 font-semibold tabular-nums",
              station === "done"
                ? "border-tone-done bg-tone-done-wash text-tone-done"
                : "border-accent text-accent",
            )}
          >
            {index + 1}
          </span>
          <div>
            <h3 className="mt-1 text-h3 lg:mt-4">{t(`${station}.title`)}</h3>
            <p className="mt-1 text-muted lg:min-h-22">{t(`${station}.text`)}</p>
            <p className="mt-3 text-small text-muted">{t(`${station}.who`)}</p>
            <p className="font-semibold tabular-nums">{t(`${station}.time`)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
