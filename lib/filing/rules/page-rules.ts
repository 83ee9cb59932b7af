import type { SectionId } from "../application/draft-sections";
import { isLocal } from "../application/section-context";
import { BOOK } from "./index";
import type { Rule, Topic } from "./types";

type PageKind = "entity" | "people" | "filed" | "service";

/**
 * Topics whose rules speak on a page of the form. A test over the tables of the rules says when one is missing: its
 * rules would still be judged by the server on "Continue", but no longer live.
 */
const TOPICS: Readonly<Record<PageKind, readonly Topic[]>> = {
  entity: [
    "pre-approval",
    "order",
    "account",
    "leads",
    "entity",
    "certificate",
    "access",
    "change",
    "province",
  ],
  people: ["leads", "certificate", "access", "change", "province"],
  filed: ["filed"],
  service: [
    "order",
    "domain",
    "service-name",
    "service",
    "pre-approval",
    "app",
    "resource",
    "access",
    "change",
    "province",
  ],
};

/** Left to the server on purpose: a hundred sentences of all provinces would weigh more than the rest of the page. */
export const SERVER_TOLD: ReadonlySet<string> = new Set(["province.note"]);

const kindOf = (section: SectionId): PageKind =>
  section === "entity" || section === "people" || section === "filed" ? section : "service";

const KINDS = { entity: "entity", people: "people", filed: "filed", service: "service:svc_0000" } as const;
const LIVE = Object.fromEntries(
  Object.entries(KINDS).map(([kind, section]) => [
    kind,
    BOOK.filter(
      ({ id, topic, reads }) =>
        TOPICS[kind as PageKind].includes(topic) && isLocal(section, reads) && !SERVER_TOLD.has(id),
    ),
  ]),
) as unknown as Readonly<Record<PageKind, readonly Rule[]>>;

/** The rules a page of the form judges by itself, in the browser, while one types. All others are the server's. */
export const liveRules = (section: SectionId): readonly Rule[] => LIVE[kindOf(section)];

/** Is this rule judged in the browser on this page? Otherwise the server's last word on it stands. */
export const isLive = (section: SectionId, ruleId: string): boolean =>
  liveRules(section).some(({ id }) => id === ruleId);
