import { isLetter, materialKind } from "../../policy/materials";
import { addDays, isDay } from "../../shared/dates";
import type { Case } from "../case";
import type { MaterialFact } from "../facts";
import { MATERIAL_CODES, type MaterialCode, type RequiredMaterial } from "../material-types";
import { each, own } from "../parts";
import { MATERIALS_RULE, requiredMaterials } from "../required-materials";
import type { Rule, Verdict } from "../types";

const materialPath = (code: string, subject: string): string => `materials[${code}:${subject}]`;

/** Everything that decides which slots there are. */
const READS = ["entity", "people", "services", "facts.domains", "facts.registry", "facts.materials"];
const NO_FILES: readonly MaterialFact[] = [];

/** Which reason a missing document would be sent back with. */
const REASONS: Readonly<Record<string, string>> = {
  RESIDENCE_PROOF: "GD_RESIDENCE",
  JS_NOTICE: "JS_COMMITMENT_MISSING",
  JS_COMMITMENT: "JS_COMMITMENT_MISSING",
  NAME_CHANGE_LETTER: "NAME_CHANGED_NO_LETTER",
  SITE_PLAN: "SITE_PLAN_REQUIRED",
  PREAPPROVAL_FILE: "PREAPPROVAL_SCOPE",
  PREAPPROVAL_NOT_INVOLVED: "PREAPPROVAL_SCOPE",
  FINANCE_PROMISE: "PREAPPROVAL_SCOPE",
  GAME_NUMBER: "PREAPPROVAL_SCOPE",
  COMMITMENT: "COMMITMENT_BAD",
  VIDEO_CHECK: "VIDEO_BAD",
  LETTER_ENTITY_LEAD: "LETTER_WRONG_TEMPLATE",
  LETTER_LEGAL_REP: "LETTER_WRONG_TEMPLATE",
  LETTER_SERVICE_LEAD: "LETTER_WRONG_TEMPLATE",
  LETTER_SERVICE_LEAD_SH: "LETTER_WRONG_TEMPLATE",
};

/** Sides of a document that no file fills. */
function emptySides(code: MaterialCode, subject: string, files: readonly MaterialFact[]): number {
  const { sides } = materialKind(code);
  let empty = 0;
  for (const side of sides)
    if (!files.some((file) => file.code === code && file.subject === subject && file.side === side)) empty++;
  return empty;
}

/** Sides still empty: the slot's own code or one of its alternatives must be complete. */
function missingSides(slot: RequiredMaterial, files: readonly MaterialFact[]): number {
  let fewest = emptySides(slot.code, slot.subject, files);
  for (const code of slot.alternatives) fewest = Math.min(fewest, emptySides(code, slot.subject, files));
  return fewest;
}

/** Is this very document, or the person's role it stands for, asked for? */
const asksFor = (slot: RequiredMaterial, file: MaterialFact): boolean =>
  slot.subject === file.subject &&
  (slot.code === file.code || slot.alternatives.some((code) => code === file.code));

function dateVerdict(c: Case, file: MaterialFact): Verdict | undefined {
  const code = MATERIAL_CODES.find((known) => known === file.code);
  if (code === undefined) return undefined;
  const kind = materialKind(code);
  if (!kind.dated || !requiredMaterials(c).some((slot) => asksFor(slot, file))) return undefined;
  const path = materialPath(file.code, file.subject);
  const days = own(kind.maxAgeByProvince, c.application.entity.province) ?? kind.maxAgeDays;
  const params = { material: code, days: days ?? 0 };
  const date = file.documentDate ?? undefined;
  if (!isDay(date)) return { path, message: "no-date", params };
  if (date > c.today) return { path, message: "future", params };
  return days !== null && date < addDays(c.today, -days) ? { path, params } : undefined;
}

export const MATERIAL_RULES: readonly Rule[] = [
  {
    id: MATERIALS_RULE,
    topic: "materials",
    level: "error",
    source: "S4: 材料上传",
    reads: READS,
    rejectionBy: REASONS,
    check: (c) => {
      const files = c.facts.materials ?? NO_FILES;
      return each(requiredMaterials(c), (slot) => {
        const empty = slot.optional ? 0 : missingSides(slot, files);
        if (empty === 0) return undefined;
        // One sentence per material, so that a list of findings names what is missing.
        return {
          path: materialPath(slot.code, slot.subject),
          message: slot.code,
          params: { material: slot.code, count: empty },
        };
      });
    },
  },
  {
    id: "materials.letter-date",
    topic: "materials",
    level: "error",
    source: "T21: 备案材料模板下载; T+: 备案材料上传",
    reads: READS,
    check: (c) => each(c.facts.materials ?? NO_FILES, (file) => dateVerdict(c, file)),
  },
  {
    id: "materials.letter-template",
    topic: "materials",
    level: "error",
    source: "S4: 负责人授权书模板错误",
    reads: READS,
    rejection: ["LETTER_WRONG_TEMPLATE"],
    check: (c) =>
      each(c.facts.materials ?? NO_FILES, (file) => {
        if (!isLetter(file.code)) return undefined;
        const wanted = requiredMaterials(c).find(
          ({ code, subject }) => subject === file.subject && isLetter(code),
        );
        // Nothing wanted of this person: a letter too many does no harm. Nor does one beside the right one.
        if (wanted === undefined || asksFor(wanted, file)) return undefined;
        if (missingSides(wanted, c.facts.materials ?? NO_FILES) === 0) return undefined;
        return { path: materialPath(file.code, file.subject), message: wanted.code };
      }),
  },
];
