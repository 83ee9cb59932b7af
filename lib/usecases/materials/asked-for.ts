import "server-only";
import { read } from "@/db/client";
import { isLetter } from "@/lib/filing/policy/materials";
import { requiredMaterials } from "@/lib/filing/rules";
import { MATERIAL_CODES, type MaterialCode, type Side } from "@/lib/filing/rules/material-types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadRuleContext } from "../facts/load-facts";
import { type OrderRecord, openDraft } from "../orders/store";

export interface Slot {
  readonly code: string;
  /** `entity`, `people[<id>]` or `services[<id>]`. */
  readonly subject: string;
  readonly side: Side;
}

/**
 * Codes whose files lie in the same slot: a letter says which template it is, right or wrong, because the applicant
 * knows what was signed; the rule about templates judges it.
 */
export const fillsSlot = (slot: Omit<Slot, "side">, file: Omit<Slot, "side">): boolean =>
  slot.subject === file.subject && (slot.code === file.code || (isLetter(slot.code) && isLetter(file.code)));

/** Does the order ask for this very slot? Answers the material's code. Refusal: `invalid` upload.no-slot. */
export async function askedFor(order: OrderRecord, file: Slot): Promise<Result<MaterialCode>> {
  const draft = await openDraft(read(), order);
  if (!draft.ok) return draft;
  const context = await loadRuleContext(order, draft.value.application);
  const code = MATERIAL_CODES.find((known) => known === file.code);
  const asked = requiredMaterials(context).some(
    (slot) => fillsSlot(slot, file) && slot.sides.includes(file.side),
  );
  return asked && code !== undefined ? ok(code) : fail(refuse("invalid", { reason: "upload.no-slot" }));
}
