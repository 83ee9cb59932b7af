import { materialKind } from "../../policy/materials";
import { addDays, isDay } from "../../shared/dates";
import type { MaterialFact } from "../facts";
import { MATERIAL_CODES, type MaterialCode, type RequiredMaterial } from "../material-types";
import { MATERIALS_RULE, requiredMaterials } from "../required-materials";
import type { Rule, Verdict } from "../types";

const materialPath = (code: string, subject: string): string => `materials[${code}:${subject}]`;

/** Everything that decides which slots there are. */
const READS = ["entity", "people", "services", "facts.domains", "facts.materials"];

/** Sides still empty: the slot's own code or one of its alternatives must be complete. */
function emptySides(slot: RequiredMaterial, files: readonly MaterialFact[]): number {
  const left = [slot.code, ...slot.alternatives].map((code) => {
    const have = files
      .filter((file) => file.code === code && file.subject === slot.subject)
      .map((file) => file.side);
    return materialKind(code).sides.filter((side) => !have.includes(side)).length;
  });
  return Math.min(...left);
}

const codeOf = (file: MaterialFact): MaterialCode | undefined =>
  MATERIAL_CODES.find((code) => code === file.code);

export const MATERIAL_RULES: readonly Rule[] = [
  {
    id: MATERIALS_RULE,
    topic: "materials",
    level: "error",
    source: "S4: 材料上传",
    reads: READS,
    check: (ctx) =>
      requiredMaterials(ctx).flatMap((slot): Verdict[] => {
        const empty = slot.optional ? 0 : emptySides(slot, ctx.facts.materials ?? []);
        if (empty === 0) return [];
        // One sentence per material, so that a list of findings names what is missing.
        return [
          {
            path: materialPath(slot.code, slot.subject),
            message: slot.code,
            params: { material: slot.code, count: empty },
          },
        ];
      }),
  },
  {
    id: "materials.letter-date",
    topic: "materials",
    level: "error",
    source: "T21: 备案材料模板下载",
    reads: READS,
    rejection: ["LETTER_WRONG_TEMPLATE"],
    check: (ctx) => {
      const slots = new Set(
        requiredMaterials(ctx).flatMap((slot) =>
          [slot.code, ...slot.alternatives].map((code) => materialPath(code, slot.subject)),
        ),
      );
      return (ctx.facts.materials ?? []).flatMap((file): Verdict[] => {
        const code = codeOf(file);
        const kind = code ? materialKind(code) : undefined;
        const path = materialPath(file.code, file.subject);
        if (!kind?.dated || !slots.has(path)) return [];
        const params = { material: kind.code, days: kind.maxAgeDays ?? 0 };
        const date = file.documentDate ?? undefined;
        if (!isDay(date)) return [{ path, message: "no-date", params }];
        if (date > ctx.today) return [{ path, message: "future", params }];
        return kind.maxAgeDays !== null && date < addDays(ctx.today, -kind.maxAgeDays)
          ? [{ path, params }]
          : [];
      });
    },
  },
];
