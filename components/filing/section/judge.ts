import type { OrderType } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { isAbout, withTyped } from "@/lib/filing/application/section-context";
import type { DivisionLookup } from "@/lib/filing/policy/divisions/parse";
import type { Policy } from "@/lib/filing/policy/types";
import { checkApplication } from "@/lib/filing/rules";
import { isLive, liveRules } from "@/lib/filing/rules/page-rules";
import type { Finding } from "@/lib/filing/rules/types";
import { saveOf } from "./codec";

export interface LocalContext {
  readonly section: SectionId;
  readonly around: ApplicationDraft;
  readonly orderType: OrderType;
  readonly at: number;
  readonly policy: Policy;
  readonly divisions: DivisionLookup;
}

/** The rule book in the browser: what can be said of this page without the facts only the server has. */
export function judgeLocally(
  { section, around, orderType, at, policy, divisions }: LocalContext,
  value: SectionValue,
): readonly Finding[] {
  const application = withTyped(around, saveOf(section, 1, value));
  if (application === undefined) return [];
  const findings = checkApplication(
    { application, facts: {}, policy, at, orderType, divisions },
    { book: liveRules(section) },
  );
  return findings.filter(({ path }) => isAbout(section, path));
}

/** What the server said that the browser cannot say itself. */
export const notLive = <F extends Finding>(section: SectionId, findings: readonly F[]): readonly F[] =>
  findings.filter(({ rule }) => !isLive(section, rule));

const keyOf = ({ rule, path, message }: Finding): string => `${rule} ${path} ${message}`;

/** Held findings as the page now tells them, e.g. in another language; what no longer stands is dropped. */
export function retold<F extends Finding>(held: readonly F[], now: readonly F[]): readonly F[] {
  const fresh = new Map(now.map((finding) => [keyOf(finding), finding]));
  return held.flatMap((finding) => fresh.get(keyOf(finding)) ?? []);
}
