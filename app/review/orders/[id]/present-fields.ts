import { getTranslations } from "next-intl/server";
import type { BenchField, BenchFinding, BenchGroup, BenchProof } from "@/components/review/types";
import { fieldLabels, formatValues, valueWords } from "@/lib/messages/field-text";
import type { Locale } from "@/lib/messages/locales";
import { placeOfFinding } from "@/lib/usecases/review/finding-places";
import type { Workbench } from "@/lib/usecases/review/get-workbench";
import type { WorkbenchField, WorkbenchGroup } from "@/lib/usecases/review/workbench-groups";
import { presentFindings } from "./present-findings";

interface Words {
  readonly label: (key: string) => string;
  readonly values: (field: Pick<WorkbenchField, "kind">, values: WorkbenchField["values"]) => string;
  readonly proof: (path: string) => BenchProof | null;
  /** Whose server a service stands on, where that is another account's. */
  readonly code: (path: string) => string | undefined;
}

/** Groups with their fields and findings; a finding that belongs to no group goes to `general`. */
export async function presentFields(
  bench: Workbench,
  proofs: ReadonlyMap<string, BenchProof>,
  locale: Locale,
) {
  const labels = await fieldLabels();
  const words = await valueWords(locale);
  const t = await getTranslations("review.bench.authCode");
  const codes = new Map(
    bench.codes.map(({ path, code, server, owner }) => [
      path,
      owner === null ? t("unknown", { code }) : t("known", { code, owner, server: server ?? t("gone") }),
    ]),
  );
  const proofAt = new Map([...proofs].map(([id, proof]) => [`people[${id}].phone1`, proof]));
  const text: Words = {
    label: labels,
    values: ({ kind }, values) => formatValues(words, kind, values),
    proof: (path) => proofAt.get(path) ?? null,
    code: (path) => codes.get(path),
  };
  const findings = await presentFindings(bench, labels, locale);
  const at = (subject: string | undefined, field: string | null) =>
    findings.filter(({ path }) => {
      const place = placeOfFinding(bench.groups, path);
      return place?.subject === subject && (place === null || place.field === field);
    });
  return {
    groups: bench.groups.map((group) => groupView(group, at, text)),
    general: at(undefined, null),
  };
}

type FindingsAt = (subject: string, field: string | null) => readonly BenchFinding[];

function groupView(group: WorkbenchGroup, at: FindingsAt, text: Words): BenchGroup {
  const { subject, kind, title, hats } = group;
  return {
    subject,
    kind,
    title,
    hats,
    findings: at(subject, null),
    fields: group.fields.map((field) => ({
      ...fieldView(field, at(subject, field.path), text),
      label: text.label(field.key) + countOf(field, group.fields),
    })),
  };
}

/** An APP has several packages: which of them a field is of, where its label alone does not say. */
function countOf(field: WorkbenchField, fields: readonly WorkbenchField[]): string {
  const alike = fields.filter(({ key }) => key === field.key);
  return alike.length > 1 ? ` ${alike.indexOf(field) + 1}` : "";
}

function fieldView(
  field: WorkbenchField,
  findings: readonly BenchFinding[],
  text: Words,
): Omit<BenchField, "label"> {
  return {
    path: field.path,
    value: text.code(field.path) ?? text.values(field, field.values),
    before: field.before === null ? null : text.values(field, field.before),
    filed: field.filed === null ? null : text.values(field, field.filed),
    differs: field.differs,
    gone: field.gone,
    mono: field.kind === "mono",
    masked: field.masked,
    proof: text.proof(field.path),
    findings,
  };
}
