"use client";

import { clsx } from "clsx";
import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";

type Tab = { href: string; label: string };

/** The public pages side by side; the one a path belongs to is marked. */
export function GuideTabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const pathname = usePathname();
  const current = tabs
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label} data-no-print className="-mx-4 mb-6 border-b border-line px-4 sm:-mx-8 sm:px-8">
      <ul className="flex gap-6 overflow-x-auto">
        {tabs.map(({ href, label: text }) => {
          const here = href === current?.href;
          return (
            <li key={href} className="shrink-0">
              <Link
                href={href}
                aria-current={here ? "page" : undefined}
                className={clsx(
                  "-mb-px inline-flex h-11 items-center border-b-2",
                  here
                    ? "border-accent font-semibold text-text"
                    : "border-transparent text-muted hover:border-line hover:text-text",
                )}
              >
                {text}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
