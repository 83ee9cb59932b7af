import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { PartId, type PersonDraft } from "@/lib/filing/application/draft";
import type { EntitySection } from "@/lib/filing/application/draft-sections";
import { newPartId } from "@/lib/filing/application/edit";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { earlierDocuments, PartSource } from "./document/earlier";
import { readOwnDraft } from "./own-draft";

export const TakenPart = z.strictObject({
  orderId: z.uuid(),
  source: PartSource,
  /** A person of that document; left out: its organiser. */
  personId: PartId.optional(),
});
export type TakenPart = z.infer<typeof TakenPart>;

export interface KnownPart {
  /** A copy of the person with an id of this order's own: changing it changes nothing that was filed. */
  readonly person: PersonDraft | null;
  readonly entity: EntitySection | null;
}

/**
 * The whole of something the account wrote before, for the form it is put into; the form saves it like anything typed.
 * Proofs that hang on a value, such as a phone proven by code, go with the value.
 */
export async function takeKnownPart(actor: Actor, input: TakenPart): Promise<Result<KnownPart>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { row } = own.value.order;
  const documents = await earlierDocuments(read(), row.accountId, row.id);
  const found = documents.find(
    ({ source }) => source.kind === input.source.kind && source.id === input.source.id,
  );
  if (found === undefined) return fail(refuse("not_found"));
  if (input.personId === undefined) {
    const { legalRep: _legalRep, entityLead: _entityLead, ...entity } = found.entity;
    return ok({ person: null, entity });
  }
  const person = found.people.find(({ id }) => id === input.personId);
  return person === undefined
    ? fail(refuse("not_found"))
    : ok({ person: { ...person, id: newPartId("ppl", randomBytes) }, entity: null });
}
