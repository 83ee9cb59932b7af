import { useLocale } from "next-intl";
import { TONE_CLASS, TONE_ICON, type Tone } from "@/components/ui/tone";
import { formatRelativeDays } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";

type Clock = {
  id: string;
  tone: Tone;
  label: string;
  text: string;
  /** Null: it starts only when the other has been answered. */
  at: number | null;
};

/** Two promises that run against different people: until when the lead asks, until when the provider calls. */
export function Clocks({ clocks, now }: { clocks: readonly Clock[]; now: number }) {
  const locale = toLocale(useLocale());
  return (
    <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {clocks.map(({ id, tone, label, text, at }) => {
        const Icon = TONE_ICON[tone];
        return (
          <li key={id} className="flex items-start gap-3 px-5 py-4">
            <span
              className={`inline-flex size-8 shrink-0 items-center justify-center rounded-full ${TONE_CLASS[tone]}`}
            >
              <Icon aria-hidden className="size-4" />
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
                {label}
                {at !== null && (
                  <span className="font-normal text-muted">{formatRelativeDays(at, now, locale)}</span>
                )}
              </p>
              <p className="text-muted">{text}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
