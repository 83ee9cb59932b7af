import type { OrderType } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { isAbout, withTyped } from "@/lib/filing/application/section-context";
import type { DivisionLookup } from "@/lib/filing/policy/divisions/parse";
import type { Policy } from "@/lib/filing/policy/types";
import { checkBy } from "@/lib/filing/rules/check";
import type { Finding, Rule } from "@/lib/filing/rules/types";
import { saveOf } from "./codec";

export interface LocalContext {
  readonly section: SectionId;
  readonly around: ApplicationDraft;
  readonly orderType: OrderType;
  readonly at: number;
  readonly policy: Policy;
  readonly divisions: DivisionLookup;
}

/** The page's part of the rule book in the browser: what can be said without the facts only the server has. */
export function judgeLocally(
  book: readonly Rule[],
  { section, around, orderType, at, policy, divisions }: LocalContext,
  value: SectionValue,
): readonly Finding[] {
  const application = withTyped(around, saveOf(section, 1, value));
  if (application === undefined) return [];
  const findings = checkBy(book, { application, facts: {}, policy, at, orderType, divisions }, "info");
  return findings.filter(({ path }) => isAbout(section, path));
}

/** What the server said that the browser cannot say itself. */
export const notLive = <F extends Finding>(book: readonly Rule[], findings: readonly F[]): readonly F[] =>
  findings.filter(({ rule }) => !book.some(({ id }) => id === rule));
