import { clsx } from "clsx";
import type { ReactNode } from "react";
import { TONE_CLASS, TONE_ICON, type Tone } from "./tone";

export type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links under the text. */
  actions?: ReactNode;
  /** `alert` speaks at once, `status` when the reader pauses; none for what stands there from the start. */
  role?: "alert" | "status";
};

/** A message in the page: a wash of the tone, its icon, a title, words, a way out. */
export function Notice({ tone = "neutral", title, children, actions, role }: NoticeProps) {
  const Icon = TONE_ICON[tone];
  return (
    <div role={role} className={clsx("flex gap-3 rounded-panel px-4 py-3", TONE_CLASS[tone])}>
      <Icon aria-hidden className="mt-0.5 size-[18px] shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-text">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
