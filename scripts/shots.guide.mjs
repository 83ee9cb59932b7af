import { KEYS } from "./shots.keys.mjs";

/** The public pages made from the policy, as a visitor sees them, and the keys for scripts. */
export const GUIDE = [
  { name: "rules", path: "/rules" },
  { name: "rules-none", path: "/rules?q=nowhere" },
  { name: "rules-province", path: "/rules/jiangsu" },
  { name: "rules-book", path: "/rules/book" },
  { name: "guide-materials", path: "/materials?province=320000&entityLead=other&domain=elsewhere" },
  { name: "guide-calendar", path: "/calendar?province=320000&from=2026-11-24" },
  { name: "leaving", path: "/leaving" },
  { name: "leaving-answer", path: "/leaving?gone=service&used=no&services=several&domains=several" },
  { name: "filing-password", path: "/filing-password?province=440000" },
  { name: "ways-out", path: "/ways-out" },
  { name: "ways-out-access", path: "/ways-out/access-impossible" },
  { name: "ways-out-shell", path: "/ways-out/shell-entity?province=370000" },
  ...KEYS,
];
