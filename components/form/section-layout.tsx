import type { ReactNode } from "react";

/** A form in its 640-px column with advice in a 320-px rail, below it on narrow screens. */
export function SectionLayout({
  children,
  rail,
  lead,
}: {
  children: ReactNode;
  rail?: ReactNode;
  /** Above the rail; before the form on narrow screens. */
  lead?: ReactNode;
}) {
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,20rem)] lg:grid-rows-[auto_1fr] lg:gap-x-12 lg:gap-y-4">
      <div className="flex min-w-0 flex-col gap-8 lg:row-span-2">{children}</div>
      {lead && <div className="min-w-0 max-lg:order-first lg:col-start-2">{lead}</div>}
      {rail && <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:sticky lg:top-20">{rail}</div>}
    </div>
  );
}

/** The foot of a form, always in sight: state of saving at the left, actions at the right. */
export function FormFoot({ state, children }: { state?: ReactNode; children: ReactNode }) {
  return (
    <div
      data-no-print
      className="sticky bottom-0 z-20 -mx-4 mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-3 sm:mx-0 sm:rounded-t-panel sm:border-x sm:px-6"
    >
      <div className="min-w-0">{state}</div>
      <div className="flex flex-wrap items-center justify-end gap-2 max-sm:flex-1">{children}</div>
    </div>
  );
}
