import type { OrderType } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { isAbout, isLocal, withTyped } from "@/lib/filing/application/section-context";
import { policyAt } from "@/lib/filing/policy";
import type { PolicyOverride } from "@/lib/filing/policy/settings";
import { BOOK, checkApplication } from "@/lib/filing/rules";
import type { Finding } from "@/lib/filing/rules/types";
import { saveOf } from "./codec";

export interface LocalContext {
  readonly section: SectionId;
  readonly around: ApplicationDraft;
  readonly orderType: OrderType;
  readonly at: number;
  readonly overrides: readonly PolicyOverride[];
}

/** The rule book in the browser: what can be said of this page without the facts only the server has. */
export function judgeLocally(
  { section, around, orderType, at, overrides }: LocalContext,
  value: SectionValue,
): readonly Finding[] {
  const application = withTyped(around, saveOf(section, 1, value));
  if (application === undefined) return [];
  const book = BOOK.filter((rule) => isLocal(section, rule.reads));
  const findings = checkApplication(
    { application, facts: {}, policy: policyAt(at, overrides), at, orderType },
    { book },
  );
  return findings.filter(({ path }) => isAbout(section, path));
}

/** Is this rule judged by the browser on this page? Otherwise the server's last word on it stands. */
export const judgedLocally = (section: SectionId, ruleId: string): boolean => {
  const rule = BOOK.find(({ id }) => id === ruleId);
  return rule !== undefined && isLocal(section, rule.reads);
};
