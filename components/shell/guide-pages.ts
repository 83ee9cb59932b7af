/** The public pages made from the policy, in the order of their tabs; labels are `publicRules.guide.<id>`. */
export const GUIDE_PAGES = {
  rules: "/rules",
  book: "/rules/book",
  materials: "/materials",
  calendar: "/calendar",
  leaving: "/leaving",
  waysOut: "/ways-out",
} as const;
export type GuidePage = keyof typeof GUIDE_PAGES;
export const GUIDE_IDS = Object.keys(GUIDE_PAGES) as readonly GuidePage[];
/** The top bar has room for these; the tabs have all. */
export const GUIDE_SHORTCUTS: readonly GuidePage[] = ["rules", "book", "materials", "calendar"];
