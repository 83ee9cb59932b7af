import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A grey bar in the shape of what is coming. */
function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx("block animate-pulse rounded-tag bg-line", className ?? "h-4 w-full")}
    />
  );
}

/** Wraps skeletons and says "loading" once to those who listen. */
function Loading({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}

/** A page header and a table of `rows`, while they load. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Loading>
      <Skeleton className="mb-3 h-4 w-40" />
      <Skeleton className="mb-6 h-8 w-72 max-w-full" />
      <div className="flex flex-col gap-5 rounded-panel border border-line bg-surface p-6">
        {Array.from({ length: rows }, (_, row) => row).map((row) => (
          <div key={row} className="flex gap-6">
            <Skeleton className="h-4 w-1/4" />
            <Skeleton className="h-4 flex-1" />
            <Skeleton className="h-4 w-16" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
