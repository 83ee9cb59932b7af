import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export type ViewTab = {
  id: string;
  href: string;
  label: ReactNode;
  /** How many stand there; left out where nobody counts. */
  count?: number;
};

/** The views of a list as links below its title; the one on the page is marked. */
export function ViewTabs({
  label,
  current,
  tabs,
}: {
  label: string;
  current: string;
  tabs: readonly ViewTab[];
}) {
  return (
    <nav aria-label={label} className="mb-6 border-b border-line">
      <ul className="flex gap-6">
        {tabs.map(({ id, href, label: name, count }) => (
          <li key={id}>
            <Link
              href={href}
              aria-current={id === current ? "page" : undefined}
              className={clsx(
                "-mb-px inline-flex h-11 items-center gap-2 border-b-2",
                id === current ? "border-accent font-semibold" : "border-transparent text-muted",
              )}
            >
              {name}
              {count !== undefined && <span className="text-small tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
