import { noteConcerns } from "../../policy/advice/note-orders";
import type { ProvinceNote } from "../../policy/province-advice";
import type { Case } from "../case";
import { entityPath, NONE, personPath, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

/**
 * Where a note is shown: its own field, of the first service, or of the entity lead. The same sentence at ten services
 * helps nobody.
 */
function pathsOf(c: Case, at: ProvinceNote["at"]): readonly string[] {
  const [root, field] = at.split(".") as [string, string | undefined];
  if (field === undefined) return ["order"];
  const [first] = c.application.services;
  if (root === "service") return first ? [servicePath(first.id, field)] : [];
  if (root === "lead") return c.entityLead ? [personPath(c.entityLead.id, field)] : [];
  return [entityPath(field)];
}

function notesOf(c: Case): readonly Verdict[] {
  const out: Verdict[] = [];
  for (const { id, at, level, for: side } of c.advice?.notes ?? [])
    if (noteConcerns(id, c.orderType) && (side === "both" || side === c.side))
      for (const path of pathsOf(c, at)) out.push({ path, message: id, level });
  return out;
}

/** What a province says that no machine can check, at the field it concerns (DF §5.3). */
export const PROVINCE_RULES: readonly Rule[] = [
  {
    id: "province.note",
    topic: "province",
    level: "info",
    source: "T21: 各省管局要求",
    reads: ["entity.province", "entity.nature", "entity.entityLead", "services[*].kind"],
    check: (c) =>
      c.advice === undefined || c.advice.notes.length === 0 || c.application.entity.nature === undefined
        ? NONE
        : notesOf(c),
  },
  {
    id: "province.footer-copyright",
    topic: "province",
    level: "info",
    source: "S4: 初审驳回关于网站信息问题",
    reads: ["entity.province", "entity.nature", "services[*].kind"],
    check: (c) =>
      c.advice?.footerCopyright && c.isUnit && c.websites.length > 0
        ? [{ path: "order", params: { province: c.application.entity.province ?? "" } }]
        : NONE,
  },
];
