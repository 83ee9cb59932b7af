import { KEYS } from "./shots.keys.mjs";

/** The public pages made from the policy, as a visitor sees them, and the keys for scripts. */
export const GUIDE = [
  { name: "rules", path: "/rules" },
  { name: "rules-none", path: "/rules?q=nowhere" },
  { name: "rules-province", path: "/rules/jiangsu" },
  { name: "rules-book", path: "/rules/book" },
  { name: "guide-materials", path: "/materials?province=320000&entityLead=other&domain=elsewhere" },
  { name: "guide-calendar", path: "/calendar?province=320000&from=2026-11-24" },
  ...KEYS,
];
