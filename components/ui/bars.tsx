import { clsx } from "clsx";
import { TONE_INK, type Tone } from "./tone";

function share(value: number, max: number): number {
  return max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
}

export type ProgressBarProps = { value: number; max: number; label: string; tone?: Tone; className?: string };

/** How much is done, or how much of a limit is used. Drawn as SVG: widths need no inline styles. */
export function ProgressBar({ value, max, label, tone = "others", className }: ProgressBarProps) {
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className={clsx("block h-1.5 overflow-hidden rounded-full", TONE_INK[tone], className ?? "w-full")}
    >
      <rect width="100" height="6" className="fill-line" />
      <rect width={share(value, max)} height="6" fill="currentColor" />
    </svg>
  );
}

export type RangeBarProps = {
  /** Usual least and most, and the limit, all in the same unit (working days). */
  from: number;
  to: number;
  max: number;
  /** How much has passed. */
  elapsed: number;
  /** The whole thing in one sentence, for listeners; write the same beside it. */
  label: string;
};

/** A wait: the whole limit as the track, the usual range as a band, what has passed as a line with a mark. */
export function RangeBar({ from, to, max, elapsed, label }: RangeBarProps) {
  const at = share(elapsed, max) * 2;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 200 16"
      preserveAspectRatio="none"
      className="block h-4 w-full"
    >
      <rect y="5" width="200" height="6" className="fill-line" />
      <rect
        x={share(from, max) * 2}
        y="5"
        width={Math.max(1, (share(to, max) - share(from, max)) * 2)}
        height="6"
        className="fill-tone-others"
        fillOpacity="0.35"
      />
      <rect y="7" width={at} height="2" className="fill-tone-others" />
      <rect x={Math.min(198.5, Math.max(0, at - 0.75))} width="1.5" height="16" className="fill-text" />
    </svg>
  );
}
