import { maskValue } from "@/lib/filing/shared/mask";
import type { BenchItem, BenchReason, BenchTemplate } from "./types";

/** Fields whose value is somebody's own: a wording names them masked. */
const PERSONAL = /\.(idNo|certNo|phone[12]|emergencyPhone|email)$/;

/** What `{value}` becomes: the answer as it stands, of personal ones only so much as to recognise it. */
export const valueFor = (path: string, value: string): string =>
  PERSONAL.test(path) && value !== "" ? maskValue(path, value) : value;

/** A template with `{field}` and `{value}` filled in from what the item is about. */
export const fillTemplate = (
  text: string,
  { targetLabel, value }: Pick<BenchItem, "targetLabel" | "value">,
) => text.replace(/\{(field|value)\}/g, (_, name) => (name === "field" ? targetLabel : value));

/** Reasons whose code, name or one of whose wordings contains every word that is looked for. */
export function findReasons(
  reasons: readonly BenchReason[],
  templates: readonly BenchTemplate[],
  term: string,
): readonly BenchReason[] {
  const words = term.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return reasons.filter(({ code, name }) => {
    const own = templates.filter((template) => template.code === code).map(({ text }) => text);
    const all = [code, name, ...own].join(" ").toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
