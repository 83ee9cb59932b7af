import "server-only";
import type { ServiceContent } from "@/lib/filing/application/codes";
import type { PersonDraft } from "@/lib/filing/application/draft";
import type { EntitySection, PeopleSection, ServiceSection } from "@/lib/filing/application/draft-sections";
import type { OrderStart } from "@/lib/usecases/orders/document/start";
import type { ApplicantSeed, PersonSeed } from "./persona-data";

/** What a website of the sandbox is about; the domain stands beside it in the seed. */
export interface Site {
  readonly name: string;
  readonly contents: readonly ServiceContent[];
  readonly remark: string;
}

const CERT_OF = { unit: { nature: 4, certType: 1 }, person: { nature: 5, certType: 2 } } as const;
/** Nature and certificate of an organiser. */
const certOf = ({ kind, nature, certType }: ApplicantSeed["account"]) => ({
  ...CERT_OF[kind],
  ...(nature !== undefined && { nature }),
  ...(certType !== undefined && { certType }),
});
const CERT_FROM = "2019-03-12";
const ID_FROM = "2016-05-01";
const ID_TO = "2036-05-01";

/** The five answers the order starts with. */
export const startOf = ({ account, domains }: ApplicantSeed): OrderStart => ({
  ...certOf(account),
  province: account.province,
  certNo: account.idNo,
  domain: domains[0] ?? "",
});

export function entityOf({ account, lead }: ApplicantSeed): EntitySection {
  const [, city, district] = /^(?:.+?省)?(.+?市)(.+?区)/.exec(account.address) ?? [];
  const unit = account.kind === "unit";
  return {
    ...certOf(account),
    province: account.province,
    city,
    district,
    certNo: account.idNo,
    name: account.realName,
    certAddress: account.address,
    commAddress: account.address,
    certValidFrom: unit ? CERT_FROM : ID_FROM,
    ...(unit
      ? {
          certLongTerm: true,
          investorOrSuperior: account.nature === undefined ? lead.name : `${city}${district}人民政府`,
          businessScope: "信息展示；商品销售；技术服务",
        }
      : { certValidTo: ID_TO }),
  };
}

/** Emergency numbers are numbers of their own: nobody's contact serves two people. */
const emergencyOf = (phone: string) => phone.replace(/^139/, "138");

export const personOf = (id: string, { name, idNo, phone }: PersonSeed, email: string): PersonDraft => ({
  id,
  name,
  idType: 2,
  idNo,
  idValidFrom: ID_FROM,
  idValidTo: ID_TO,
  phone1: phone,
  emergencyPhone: emergencyOf(phone),
  email,
});

export const mailOf = (seed: ApplicantSeed, who: "lead" | "second"): string => `${who}@${seed.domains[0]}`;

/** Who leads what: the first person everything, or a second person the services named. */
export function peopleOf(
  seed: ApplicantSeed,
  people: readonly PersonDraft[],
  serviceLeads: Readonly<Record<string, string>>,
): PeopleSection {
  const [first] = people;
  if (first === undefined) throw new Error("nobody leads");
  const roles = seed.account.kind === "unit" ? { legalRep: first.id } : {};
  return { people: [...people], ...roles, entityLead: first.id, serviceLeads: { ...serviceLeads } };
}

export interface Placed {
  readonly id: string;
  readonly domain: string;
  readonly resourceId: string;
  readonly serverLocation: string;
  readonly ip: string | null;
  /** Persons cannot hold permits, so they are not asked. */
  readonly unit: boolean;
}

export const websiteOf = (site: Site, placed: Placed): ServiceSection => ({
  kind: "WEBSITE",
  id: placed.id,
  name: site.name,
  domain: placed.domain,
  homepageUrl: `https://www.${placed.domain}`,
  languages: [1],
  contents: [...site.contents],
  ...(placed.unit && { noPreApproval: true }),
  resource: { kind: "RESOURCE", resourceId: placed.resourceId },
  accessMethod: 16,
  serverLocation: placed.serverLocation,
  ...(placed.ip && { ips: [placed.ip] }),
  remark: site.remark,
});
