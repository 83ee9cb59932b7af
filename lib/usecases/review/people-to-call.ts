import { personById } from "@/lib/filing/application/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type CalledRole, calledRole } from "@/lib/filing/lifecycle";
import { maskPhone } from "@/lib/filing/shared/mask";
import type { Proof } from "../phones/proofs";

export interface PersonToCall {
  readonly personId: string;
  readonly name: string;
  readonly role: CalledRole;
  readonly phone: string;
  readonly emergencyPhone: string | null;
  /** How contact 1 is proven; null: it is not. */
  readonly proof: Proof | null;
}

/** The leads to be phoned, each once (DF §3.5): numbers whole only for the one who holds the order. */
export function peopleToCall(
  app: ApplicationDraft,
  whole: boolean,
  proofs: ReadonlyMap<string, Proof> = new Map(),
): readonly PersonToCall[] {
  const ids = [app.entity.entityLead, ...app.services.map((service) => service.lead)];
  const shown = (phone: string) => (whole ? phone : maskPhone(phone));
  return [...new Set(ids)].flatMap((id) => {
    const person = personById(app, id);
    const role = person && calledRole(app, person.id);
    if (!person || !role) return [];
    const { name = "", phone1 = "", emergencyPhone } = person;
    return [
      {
        personId: person.id,
        name,
        role,
        phone: shown(phone1),
        emergencyPhone: emergencyPhone ? shown(emergencyPhone) : null,
        proof: proofs.get(person.id) ?? null,
      },
    ];
  });
}
