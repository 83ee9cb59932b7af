import { personById } from "@/lib/filing/application/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { CALLED_NUMBERS, type CalledNumber, type CalledRole, calledRole } from "@/lib/filing/lifecycle";
import { maskPhone } from "@/lib/filing/shared/mask";
import type { Proof } from "../phones/proofs";

export interface PersonToCall {
  readonly personId: string;
  readonly name: string;
  readonly role: CalledRole;
  /** His numbers, contact 1 first; that one is always there. */
  readonly numbers: readonly { readonly number: CalledNumber; readonly phone: string }[];
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
    const { name = "", phone1 = "", phone2, emergencyPhone } = person;
    const numbers = { phone1, phone2, emergency: emergencyPhone };
    return [
      {
        personId: person.id,
        name,
        role,
        numbers: CALLED_NUMBERS.flatMap((number) => {
          const phone = numbers[number] ?? "";
          return phone === "" && number !== "phone1" ? [] : [{ number, phone: shown(phone) }];
        }),
        proof: proofs.get(person.id) ?? null,
      },
    ];
  });
}
