import { clsx } from "clsx";
import type { ReactNode } from "react";
import { TONE_CLASS, TONE_ICON, type Tone } from "./tone";

export type TimelineEntry = {
  id: string;
  tone: Tone;
  title: ReactNode;
  /** Who did it. */
  actor?: ReactNode;
  /** When, already written out; put it in a `<time>` if you have the machine form. */
  time: ReactNode;
  /** What changed, what was said. */
  body?: ReactNode;
};

/** What happened, newest on top. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {entries.map((entry, index) => {
        const Icon = TONE_ICON[entry.tone];
        return (
          <li key={entry.id} className="relative grid grid-cols-[1.75rem_1fr] gap-x-3 pb-5 last:pb-0">
            {index < entries.length - 1 && (
              <span aria-hidden className="absolute top-8 bottom-1 left-[13px] border-l-2 border-line" />
            )}
            <span
              className={clsx(
                "inline-flex size-7 items-center justify-center rounded-full",
                TONE_CLASS[entry.tone],
              )}
            >
              <Icon aria-hidden className="size-4" />
            </span>
            <div className="min-w-0 pt-0.5">
              <div className="flex items-baseline justify-between gap-x-4 max-sm:flex-col">
                <p className={index === 0 ? "font-semibold" : undefined}>{entry.title}</p>
                <p className="shrink-0 text-small text-muted tabular-nums">{entry.time}</p>
              </div>
              {entry.actor && <p className="text-small text-muted">{entry.actor}</p>}
              {entry.body && <div className="mt-2">{entry.body}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
