import type { SectionId } from "../application/draft-sections";
import { PAGE_BOOK as ENTITY } from "./page-books/entity";
import { PAGE_BOOK as PEOPLE } from "./page-books/people";
import { PAGE_BOOK as SERVICE } from "./page-books/service";
import type { Rule } from "./types";

/**
 * The rules a page of the form judges by itself, in the browser, while one types; all others are the server's. Each page
 * has a book of its own, so that it loads no more. A test over the tables of the rules says when a rule is missing in
 * one: it would still be judged by the server on "Continue", but no longer live.
 */
export function liveRules(section: SectionId): readonly Rule[] {
  if (section === "entity") return ENTITY;
  if (section === "people") return PEOPLE;
  // What was filed can only be compared with the register.
  return section === "filed" ? [] : SERVICE;
}

/** Is this rule judged in the browser on this page? Otherwise the server's last word on it stands. */
export const isLive = (section: SectionId, ruleId: string): boolean =>
  liveRules(section).some(({ id }) => id === ruleId);
