import type { Finding } from "@/lib/filing/rules/types";

/** The part of a translator of the namespace `rules` that is used here. */
export type RulesTranslator = (key: never, values?: never) => string;

/** What is wrong and what to do next, of one finding. */
export function findingText(
  t: RulesTranslator,
  finding: Pick<Finding, "rule" | "message" | "params">,
): string {
  return t(`${finding.rule}.${finding.message}` as never, { ...finding.params } as never);
}
