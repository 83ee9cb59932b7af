import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { MATERIAL_CODES } from "@/lib/filing/rules/material-types";

const PART = /\[([^\]:]+)\]/g;
const FIELD = "(\\.[A-Za-z0-9]+(\\[[^\\]]+\\])?)*";
const FORMS = [
  /^(order|account|services|filedServices|entity)$/,
  new RegExp(`^(entity|(people|services|filedServices)\\[[^\\]]+\\])${FIELD}$`),
];
const MATERIAL = /^materials\[([A-Z_]+):(entity|people\[[^\]]+\]|services\[[^\]]+\])\]$/;

/**
 * Whether a correction can point there in this document. Targets stand in events, which are never erased: so nothing
 * but a path of parts the document has, whatever a client sends.
 */
export function isTarget(app: ApplicationDraft, target: string): boolean {
  const material = MATERIAL.exec(target);
  const known = material
    ? (MATERIAL_CODES as readonly string[]).includes(material[1] ?? "")
    : FORMS.some((form) => form.test(target));
  if (!known) return false;
  const ids = new Set(idsOf(app));
  const path = material?.[2] ?? target;
  return [...path.matchAll(PART)].every(([, id]) => ids.has(id ?? ""));
}

/** What a correction of a finding points at: its own path, or the order where that is no part of the document. */
export const targetOf = (app: ApplicationDraft, path: string): string =>
  isTarget(app, path) ? path : "order";

/** Every id of a part, however deep. */
function idsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  if (typeof value !== "object" || value === null) return [];
  const own = "id" in value && typeof value.id === "string" ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsOf)];
}
