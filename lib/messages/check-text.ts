import type { CheckedFile, FileCheck } from "@/lib/filing/guide/file/check-file";
import type { Violation } from "@/lib/filing/guide/file/violations";
import type { Level } from "@/lib/filing/policy/source";
import type { Side } from "@/lib/filing/rules/material-types";
import type { Params } from "@/lib/filing/shared/refusal";
import { sentenceId } from "./finding-text";
import type { Locale } from "./locales";
import { type Translate, translator } from "./translator";

/** What command line and HTTP print of a checked file (design.md §5): sentences in the reader's language. */
export interface CheckReport {
  readonly findings: readonly {
    readonly rule: string;
    readonly level: Level;
    readonly path: string;
    readonly params: Params;
    readonly message: string;
  }[];
  readonly requiredMaterials: readonly {
    readonly code: string;
    readonly subject: string;
    readonly sides: readonly Side[];
    readonly optional: boolean;
    readonly alternatives: readonly string[];
    readonly reason: string;
    readonly rule: string;
  }[];
  readonly ok: boolean;
}

/** The same of a file that is not what the schema describes. */
export interface SchemaReport {
  readonly error: "schema";
  readonly violations: readonly { readonly path: string; readonly message: string }[];
}

/** `zh` and `en`, as scripts name them. */
export const CHECK_LANGUAGES = { zh: "zh-CN", en: "en" } as const satisfies Record<string, Locale>;
export type CheckLanguage = keyof typeof CHECK_LANGUAGES;

export function checkReport(checked: FileCheck, lang: CheckLanguage): CheckReport | SchemaReport {
  const t = translator(CHECK_LANGUAGES[lang]);
  return checked.kind === "violations" ? schemaReport(checked.violations, t) : reportOf(checked, t);
}

const schemaReport = (violations: readonly Violation[], t: Translate): SchemaReport => ({
  error: "schema",
  violations: violations.map(({ path, reason, params }) => ({
    path,
    message: t(`check.violation.${reason}`, plain(params)),
  })),
});

const reportOf = (checked: CheckedFile, t: Translate): CheckReport => ({
  findings: checked.findings.map(({ rule, level, path, params, message }) => ({
    rule,
    level,
    path,
    params,
    message: sentence(t, sentenceId(rule, message), params),
  })),
  requiredMaterials: checked.requiredMaterials.map(
    ({ code, subject, sides, optional, alternatives, reason, params, rule }) => ({
      code,
      subject,
      sides,
      optional,
      alternatives,
      reason: sentence(t, `materials.reason.${reason}`, params),
      rule,
    }),
  ),
  ok: checked.ok,
});

/** Sentences may name switches; numbers and texts pass as they are. */
const plain = (params: Params): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === "boolean" ? String(value) : value]),
  );

/** A sentence nobody has written shows its id; a test of the catalogues does not let that happen. */
const sentence = (t: Translate, id: string, params: Params): string =>
  t.has(id) ? t(id, plain(params)) : id;
