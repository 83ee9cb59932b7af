import { clsx } from "clsx";
import type { ReactNode } from "react";
import { TONE_CLASS, TONE_ICON, type Tone } from "./tone";

/** A state in a word, with the tone's icon. `plain` leaves the icon out (counts, kinds). */
export function Tag({
  tone = "neutral",
  plain,
  children,
}: {
  tone?: Tone;
  plain?: boolean;
  children: ReactNode;
}) {
  const Icon = TONE_ICON[tone];
  return (
    <span
      className={clsx(
        "inline-flex h-6 max-w-full shrink-0 items-center gap-1 rounded-tag px-2 text-small font-semibold whitespace-nowrap",
        TONE_CLASS[tone],
      )}
    >
      {!plain && <Icon aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </span>
  );
}
