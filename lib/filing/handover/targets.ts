import type { ApplicationDraft } from "../application/draft";
import type { RejectionReason } from "../policy";

/** What was handed over, as far as reasons can point at it. */
export interface Handed {
  readonly application: ApplicationDraft;
  readonly materials: readonly { readonly code: string; readonly subject: string }[];
}

const PERSON_FIELD = { person: "name", "person.phone1": "phone1", "person.email": "email" } as const;
const SERVICE_FIELD = {
  "service.name": "name",
  "service.remark": "remark",
  "service.contents": "contents",
  "service.lead": "lead",
  "service.resource": "resource",
} as const;

const isPerson = (target: string): target is keyof typeof PERSON_FIELD => target in PERSON_FIELD;
const isService = (target: string): target is keyof typeof SERVICE_FIELD => target in SERVICE_FIELD;

function materialTargets(payload: Handed, codes: readonly string[]): readonly string[] {
  const found = payload.materials
    .filter((material) => codes.includes(material.code))
    .map((material) => `materials[${material.code}:${material.subject}]`);
  // What is missing altogether can still be asked for.
  return found.length > 0 ? [...new Set(found)] : codes.map((code) => `materials[${code}:entity]`);
}

/** Id paths a reason can point at in this filing; the first is the usual one. Never empty. */
export function targetsFor(payload: Handed, reason: RejectionReason): readonly string[] {
  const { people, services } = payload.application;
  const { target } = reason;
  const found: readonly string[] = (() => {
    if (target === "material") return materialTargets(payload, reason.materials);
    if (target === "entity") return ["entity.name", "entity.certNo", "entity.certAddress", "entity.nature"];
    if (isPerson(target)) return people.map((person) => `people[${person.id}].${PERSON_FIELD[target]}`);
    if (target === "service") return services.map((service) => `services[${service.id}].name`);
    if (target === "service.domain")
      return services.map(
        (service) => `services[${service.id}].${service.kind === "WEBSITE" ? "domain" : "domains"}`,
      );
    if (isService(target))
      return services.map((service) => `services[${service.id}].${SERVICE_FIELD[target]}`);
    return [];
  })();
  return [...found, "order"];
}
