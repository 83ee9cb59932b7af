import type { ReactNode } from "react";

/** Nothing here yet: says why, and what to do first. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center px-4 py-12 text-center">
      <svg
        aria-hidden="true"
        viewBox="0 0 64 48"
        className="mb-4 h-12 w-16 text-control"
        fill="none"
        stroke="currentColor"
      >
        <rect x="10.5" y="4.5" width="43" height="39" rx="4" strokeDasharray="4 3" />
        <path d="M19 15h26M19 23h26M19 31h14" className="text-line" stroke="currentColor" strokeWidth="2" />
      </svg>
      <p className="text-h3 font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-md text-muted">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
