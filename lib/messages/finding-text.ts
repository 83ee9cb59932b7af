import type { Finding, Rule } from "@/lib/filing/rules/types";
import type { Params } from "@/lib/filing/shared/refusal";

/** The part of a translator that is used here. */
export interface TextSource {
  (key: string, params?: Params): string;
  has(key: string): boolean;
}

/** Translators a finding is told with: the namespaces `rules` and `sources`, and the whole catalogue. */
export interface FindingWords {
  readonly sentences: TextSource;
  readonly rules: TextSource;
  readonly sources: TextSource;
}

/** A finding in the reader's language: it needs no catalogue any more. */
export interface ToldFinding extends Finding {
  /** What is wrong and what to do next. */
  readonly text: string;
  /** What the rule is called. */
  readonly title: string;
  /** Where the rule is written; empty for what is no rule of the book. */
  readonly source: string;
  /** The rule differs by province. */
  readonly byProvince: boolean;
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

/** Where the sentence of a finding stands: what provinces say stands with the provinces, whose pages list it. */
export const sentenceId = (rule: string, message: string): string =>
  rule === "province.note" ? `provinces.note.${message}` : `rules.${rule}.${message}`;

/** The sentence of a finding; a rule without one shows its id, which a test of the catalogues does not let happen. */
export function findingSentence(
  sentences: TextSource,
  finding: Pick<Finding, "rule" | "message" | "params">,
): string {
  const key = sentenceId(finding.rule, finding.message);
  return sentences.has(key) ? sentences(key, finding.params) : finding.rule;
}

/** A tag where a source begins: `S4: 网站域名; T21: 备案类型`. */
const TAG = /(?<=^|; )(?:T\+|[A-Z][A-Z0-9]*)(?=:|;|$| )/g;

/** Where a rule comes from, its documents by their names instead of our short marks. */
export const sourceText = (sources: TextSource, source: string): string =>
  source.replace(TAG, (tag) => {
    const key = tag.replace("+", "PLUS");
    return sources.has(key) ? sources(key) : tag;
  });

/** Sentence, name and source of a finding of this rule; it has none when the book does not know it. */
export function tellBy(
  rule: Rule | undefined,
  { rules, sentences, sources }: FindingWords,
  finding: Finding,
): ToldFinding {
  const title = `${finding.rule}.title`;
  return {
    ...finding,
    text: findingSentence(sentences, finding),
    title: rules.has(title) ? rules(title) : finding.rule,
    source: rule === undefined ? "" : sourceText(sources, rule.source),
    byProvince: rule?.reads.includes("entity.province") ?? false,
  };
}
