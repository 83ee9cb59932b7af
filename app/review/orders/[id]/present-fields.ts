import type { BenchField, BenchFinding, BenchGroup } from "@/components/review/types";
import { fieldLabels, formatValues, valueWords } from "@/lib/messages/field-text";
import { type ToldFinding, tell } from "@/lib/messages/finding-text";
import type { Locale } from "@/lib/messages/locales";
import { findingWords } from "@/lib/messages/tell-findings";
import type { Workbench, WorkbenchFinding } from "@/lib/usecases/review/get-workbench";
import type { WorkbenchField, WorkbenchGroup } from "@/lib/usecases/review/workbench-groups";

interface Words {
  readonly label: (key: string) => string;
  readonly values: (field: Pick<WorkbenchField, "kind">, values: WorkbenchField["values"]) => string;
}

/** Groups with their fields and findings; a finding whose field is not in the list goes to `general`. */
export async function presentFields(bench: Workbench, locale: Locale) {
  const findings = await presentFindings(bench.findings);
  const labels = await fieldLabels();
  const words = await valueWords(locale);
  const text: Words = { label: labels, values: ({ kind }, values) => formatValues(words, kind, values) };
  const groups = bench.groups.map((group) => groupView(group, findings, text));
  const shown = new Set(
    groups.flatMap(({ fields }) => fields.flatMap((field) => field.findings.map(({ id }) => id))),
  );
  return { groups, general: findings.filter(({ id }) => !shown.has(id)) };
}

async function presentFindings(findings: readonly WorkbenchFinding[]): Promise<readonly BenchFinding[]> {
  const words = await findingWords();
  return findings.map((finding, index) => ({
    ...pick(tell(words, finding)),
    id: `${finding.rule}:${finding.path}:${index}`,
    rejection: finding.rejection,
  }));
}

const pick = ({ rule, level, path, title, text, source }: ToldFinding) => ({
  rule,
  level,
  path,
  title,
  text,
  source,
});

function groupView(group: WorkbenchGroup, findings: readonly BenchFinding[], text: Words): BenchGroup {
  const { subject, kind, title, hats } = group;
  return {
    subject,
    kind,
    title,
    hats,
    fields: group.fields.map((field) => fieldView(field, findings, text)),
  };
}

function fieldView(field: WorkbenchField, findings: readonly BenchFinding[], text: Words): BenchField {
  return {
    path: field.path,
    label: text.label(field.key),
    value: text.values(field, field.values),
    before: field.before === null ? null : text.values(field, field.before),
    mono: field.kind === "mono",
    masked: field.masked,
    findings: findings.filter(({ path }) => path === field.path),
  };
}
