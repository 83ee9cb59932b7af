import { clsx } from "clsx";
import type { ReactNode } from "react";
import { TONE_CLASS, TONE_ICON, type Tone } from "./tone";

/**
 * A state in a word, with the tone's icon. `plain` leaves the icon out (counts, kinds); `wrap` is for a sentence, which
 * takes the lines it needs.
 */
export function Tag({
  tone = "neutral",
  plain,
  wrap,
  children,
}: {
  tone?: Tone;
  plain?: boolean;
  wrap?: boolean;
  children: ReactNode;
}) {
  const Icon = TONE_ICON[tone];
  return (
    <span
      className={clsx(
        "inline-flex max-w-full items-center gap-1 rounded-tag px-2 text-small font-semibold",
        wrap ? "min-h-6 py-0.5 text-left" : "h-6 shrink-0 whitespace-nowrap",
        TONE_CLASS[tone],
      )}
    >
      {!plain && <Icon aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </span>
  );
}
