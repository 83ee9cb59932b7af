import { clsx } from "clsx";
import { Check, Hand, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Station = {
  id: string;
  label: ReactNode;
  /** `you` and `others` both mean "here", and tell who has to act; `refused` is a stop. */
  state: "done" | "you" | "others" | "refused" | "todo";
  /** A short line under the label: when it was reached, until when it lasts. */
  note?: ReactNode;
};

const DOT: Record<Station["state"], string> = {
  done: "border-tone-done bg-tone-done text-surface",
  you: "border-tone-you bg-tone-you-wash text-tone-you ring-4 ring-tone-you-wash",
  others: "border-tone-others bg-tone-others-wash text-tone-others ring-4 ring-tone-others-wash",
  refused: "border-tone-refused bg-tone-refused-wash text-tone-refused ring-4 ring-tone-refused-wash",
  todo: "border-control bg-surface text-muted",
};

function Mark({ station, number }: { station: Station; number: number }) {
  if (station.state === "done") return <Check strokeWidth={3} aria-hidden className="size-4" />;
  if (station.state === "refused") return <X strokeWidth={3} aria-hidden className="size-4" />;
  if (station.state === "you") return <Hand aria-hidden className="size-4" />;
  return <span className="text-small font-semibold tabular-nums">{number}</span>;
}

/** The road of an order in stations, left to right, with "you are here". */
export function Track({ stations, label }: { stations: readonly Station[]; label: string }) {
  const t = useTranslations("common");
  return (
    <ol aria-label={label} className="flex">
      {stations.map((station, index) => {
        const here = station.state !== "done" && station.state !== "todo";
        const walked = station.state === "done";
        return (
          <li
            key={station.id}
            aria-current={here ? "step" : undefined}
            className="relative flex min-w-0 flex-1 flex-col items-center px-0.5 pt-1 text-center sm:px-2"
          >
            {index < stations.length - 1 && (
              <span
                aria-hidden
                className={clsx(
                  "absolute top-[17px] right-[calc(-50%+18px)] left-[calc(50%+18px)] border-t-2",
                  walked ? "border-tone-done" : "border-dashed border-control",
                )}
              />
            )}
            <span
              className={clsx(
                "relative inline-flex size-7 items-center justify-center rounded-full border-2",
                DOT[station.state],
              )}
            >
              <Mark station={station} number={index + 1} />
            </span>
            <span
              className={clsx(
                "mt-2 text-small sm:text-base",
                here ? "font-semibold text-text" : walked ? "text-text" : "text-muted",
              )}
            >
              {station.label}
              <span className="sr-only">{` (${t(`station.${station.state}`)})`}</span>
            </span>
            {here && <span className="text-small font-semibold text-accent">{t("youAreHere")}</span>}
            {station.note && (
              <span className="mt-0.5 text-small text-muted max-sm:hidden">{station.note}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
