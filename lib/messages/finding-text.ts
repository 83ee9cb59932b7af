import type { Finding } from "@/lib/filing/rules/types";
import type { Params } from "@/lib/filing/shared/refusal";

/** The part of a translator that is used here. */
export interface TextSource {
  (key: string, params?: Params): string;
  has(key: string): boolean;
}

/** Document name of a field (`people.phone1`, `services.lead`, `entity.certNo`) → its key below `fields`. */
const fieldKey = (field: string): string =>
  field
    .replace(/\[[^\]]*\]/g, "")
    .replace(/^people\./, "person.")
    .replace(/^services\.preApprovals\./, "preApproval.")
    .replace(/^services\./, "service.");

/** The label of a field, or its own name when nobody has written one. */
export function fieldLabel(fields: TextSource, field: string): string {
  const key = `${fieldKey(field)}.label`;
  return fields.has(key) ? fields(key) : field;
}

/** The sentence of a finding; a rule without one shows its id, which a test of the catalogues does not let happen. */
export function findingSentence(
  rules: TextSource,
  finding: Pick<Finding, "rule" | "message" | "params">,
): string {
  const key = `${finding.rule}.${finding.message}`;
  return rules.has(key) ? rules(key, finding.params) : finding.rule;
}
