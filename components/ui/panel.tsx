import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export type PanelProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  /** A muted line under the title. */
  description?: ReactNode;
  /** Buttons or links at the right of the title. */
  actions?: ReactNode;
  /** Without inner padding, for tables that reach the edges. */
  flush?: boolean;
  headingLevel?: 2 | 3;
};

const ROOMY = "px-4 py-4 sm:px-6";

/** A sheet on the canvas. Never put one into another. */
export function Panel(props: PanelProps) {
  const { title, description, actions, flush, headingLevel = 2, className, children, ...rest } = props;
  const headed = Boolean(title || actions);
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <section {...rest} className={clsx("min-w-0 rounded-panel border border-line bg-surface", className)}>
      {headed && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-6">
          <div className="min-w-0">
            {title && <Heading className="text-h3">{title}</Heading>}
            {description && <p className="mt-1 text-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div
        className={flush ? clsx("overflow-hidden", headed ? "rounded-b-panel pt-3" : "rounded-panel") : ROOMY}
      >
        {children}
      </div>
    </section>
  );
}
