import type { SectionId } from "../../application/draft-sections";
import { isLocal } from "../../application/section-context";
import type { Rule } from "../types";

/** Left to the server on purpose: a hundred sentences of all provinces would weigh more than the rest of the page. */
export const SERVER_TOLD: ReadonlySet<string> = new Set(["province.note"]);

/** Of these rules, those a page of this kind can judge by itself: without facts, and without what it was not sent. */
export const liveOf = (section: SectionId, rules: readonly Rule[]): readonly Rule[] =>
  rules.filter(({ id, reads }) => isLocal(section, reads) && !SERVER_TOLD.has(id));
