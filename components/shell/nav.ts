import type { ReactNode } from "react";

/** The places of the product; labels are `shell.place.<id>`. */
export const PLACES = {
  public: "/",
  console: "/console",
  review: "/review",
  authority: "/authority",
  sandbox: "/sandbox",
} as const;
export type Place = keyof typeof PLACES;

export type NavItem = {
  href: string;
  label: string;
  icon?: ReactNode;
  /** Shown at the right when above zero. */
  count?: number;
  /** Current only on exactly this path: the overview of a place. */
  exact?: boolean;
};

/** At most five items; a group with a label can be folded. */
export type NavGroup = { id: string; label?: string; items: readonly NavItem[] };

/** The item a path belongs to: the longest href it starts with. */
export function currentHref(groups: readonly NavGroup[], pathname: string): string | undefined {
  return groups
    .flatMap((group) => group.items)
    .filter((item) => pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
}
