import { NATURE_PERSON, type Nature } from "../application/codes";
import type { ApplicationDraft, ServiceDraft } from "../application/draft";

/** What an approved adding order does to the register of this provider (DF §2.3 column "Result"). */
export interface ApprovedEntity {
  readonly number: string;
  readonly province: string;
  readonly nature: Nature;
  /** Plain for units only; a person's name stays inside the ciphertext. */
  readonly unitName: string | null;
  readonly certNo: string;
}

export interface ApprovedService {
  /** Id of the service in the application document. */
  readonly partId: string;
  readonly kind: "WEBSITE" | "APP";
  readonly number: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly resourceId: string | null;
  readonly ips: readonly string[];
  readonly document: ServiceDraft;
}

export interface Approval {
  readonly entity: ApprovedEntity;
  readonly services: readonly ApprovedService[];
}

const domainsOf = (service: ServiceDraft): readonly string[] =>
  service.kind === "WEBSITE"
    ? [service.domain ?? ""].filter((domain) => domain !== "")
    : (service.domains ?? []).map((item) => item.domain ?? "").filter((domain) => domain !== "");

/**
 * event → register, pure. Services the authority gave no number to (it may approve fewer than asked) are left out.
 * @throws when the approved document lacks what the gate guarantees: that is a bug, not an answer.
 */
export function approvalOf(
  application: ApplicationDraft,
  numbers: { readonly entityNumber: string; readonly services: Readonly<Record<string, string>> },
): Approval {
  const { province, nature, certNo, name } = application.entity;
  if (province === undefined || nature === undefined || certNo === undefined) {
    throw new Error("an approved document without province, nature or certificate number");
  }
  const entity: ApprovedEntity = {
    number: numbers.entityNumber,
    province,
    nature,
    unitName: nature === NATURE_PERSON ? null : (name ?? null),
    certNo,
  };
  const services = application.services.flatMap((service): ApprovedService[] => {
    const number = numbers.services[service.id];
    if (number === undefined) return [];
    return [
      {
        partId: service.id,
        kind: service.kind,
        number,
        name: service.name ?? "",
        domains: domainsOf(service),
        resourceId: service.resource?.kind === "RESOURCE" ? (service.resource.resourceId ?? null) : null,
        ips: service.ips ?? [],
        document: service,
      },
    ];
  });
  return { entity, services };
}
