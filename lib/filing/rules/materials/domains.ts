import { organiserStep } from "../book/change";
import type { Case, DomainPart } from "../case";
import type { RequiredMaterial } from "../material-types";
import { sameName } from "../parts";
import { type Asker, addsServices, ask, ofService, onlyAdvised, provinceParams } from "./ask";

/** Is a certificate of each domain asked for, and only advised? */
function certificateOf(c: Case): { readonly reason: string; readonly optional: boolean } | undefined {
  const { advice } = c;
  // The new owner must be the unit before the province looks at it.
  if (organiserStep(c) === "person-to-unit") return { reason: "domain-person-to-unit", optional: true };
  if (advice === undefined || !addsServices(c)) return undefined;
  if (advice.domainCertificate[c.side])
    return { reason: "domain-certificate", optional: onlyAdvised(advice, "domainCertificate") };
  const from = advice.domainCertificateFrom;
  if (from === null || c.domains.length < from) return undefined;
  return { reason: "domain-certificate-many", optional: onlyAdvised(advice, "domainCertificateFrom") };
}

/** A manager or lead owns the domain instead of the unit. */
const ownedByOwnPeople = (c: Case, owner: string): boolean =>
  c.actors.some(({ name }) => name !== undefined && name !== "" && sameName(name, owner));

function ofDomain(c: Case, part: DomainPart, slots: RequiredMaterial[]): void {
  const { fact, key, service } = part;
  const subject = ofService(service.id);
  const params = () => ({ ...provinceParams(c), domain: key ?? "" });
  if (
    fact?.registered &&
    !fact.registeredHere &&
    addsServices(c) &&
    !hasSlot(slots, "DOMAIN_REALNAME_SHOT", subject)
  )
    slots.push(
      ask("DOMAIN_REALNAME_SHOT", subject, "domain-elsewhere", {
        source: "T21: 备案材料清单; T+: 备案材料清单",
        params: params(),
      }),
    );
  const certificate = key === undefined ? undefined : c.once(certificateOf);
  if (certificate && !hasSlot(slots, "DOMAIN_CERT", subject))
    slots.push(
      ask("DOMAIN_CERT", subject, certificate.reason, {
        source: "T+: 备案材料清单",
        optional: certificate.optional,
        params: { ...params(), limit: c.advice?.domainCertificateFrom ?? 0 },
      }),
    );
  const owner = fact?.ownerName;
  if (
    c.isUnit &&
    owner &&
    addsServices(c) &&
    owner !== c.application.entity.name &&
    ownedByOwnPeople(c, owner)
  )
    slots.push(
      ask("DOMAIN_HOLDER_PROOF", subject, "holder-proof", {
        source: "T21: 备案域名",
        optional: true,
        params: params(),
      }),
    );
}

const hasSlot = (
  slots: readonly RequiredMaterial[],
  code: RequiredMaterial["code"],
  subject: string,
): boolean => slots.some((slot) => slot.code === code && slot.subject === subject);

/** What shows who owns a domain; an APP with several domains has one slot for all of them. */
export const domains: Asker = (c, slots) => {
  for (const part of c.domains) ofDomain(c, part, slots);
};
