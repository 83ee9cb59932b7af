import "server-only";
import type { ServiceContent } from "@/lib/filing/application/codes";
import type { PersonDraft } from "@/lib/filing/application/draft";
import type { EntitySection, PeopleSection, ServiceSection } from "@/lib/filing/application/draft-sections";
import type { OrderStart } from "@/lib/usecases/orders/document/start";
import type { ApplicantSeed, PersonSeed } from "./persona-data";

/** What a website or APP of the sandbox is about; the domain stands beside it in the seed. */
export interface Site {
  readonly name: string;
  readonly contents: readonly ServiceContent[];
  readonly remark: string;
  /** An APP: what its packages are called. */
  readonly packageName?: string;
}

export const kindOf = (site: Site | undefined): "WEBSITE" | "APP" =>
  site?.packageName === undefined ? "WEBSITE" : "APP";

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
export const startOf = ({ account, domains }: ApplicantSeed, first?: Site): OrderStart => ({
  ...certOf(account),
  province: account.province,
  certNo: account.idNo,
  domain: domains[0] ?? "",
  service: kindOf(first),
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

const websiteOf = (site: Site, placed: Placed): ServiceSection => ({
  kind: "WEBSITE",
  name: site.name,
  domain: placed.domain,
  homepageUrl: `https://www.${placed.domain}`,
  languages: [1],
  ...commonOf(site, placed),
});

const appOf = (site: Site, placed: Placed): ServiceSection => ({
  kind: "APP",
  name: site.name,
  domains: [{ id: "dom_seeded01", domain: placed.domain }],
  packages: PACKAGES.map((kind) => ({ ...kind, packageName: site.packageName })),
  noSdk: true,
  game: "NONE",
  ...commonOf(site, placed),
});

/** The page of one service, in order. */
export const serviceOf = (site: Site, placed: Placed): ServiceSection =>
  kindOf(site) === "APP" ? appOf(site, placed) : websiteOf(site, placed);

const commonOf = (site: Site, placed: Placed) => ({
  id: placed.id,
  contents: [...site.contents],
  ...(placed.unit && { noPreApproval: true }),
  resource: { kind: "RESOURCE" as const, resourceId: placed.resourceId },
  accessMethod: 16 as const,
  serverLocation: placed.serverLocation,
  ...(placed.ip && { ips: [placed.ip] }),
  remark: site.remark,
});

/** One for each of the two platforms met most; digest and key are nobody's. */
const PACKAGES = [
  {
    id: "pkg_seeded01",
    platform: "ANDROID",
    publicKey: "3082010a0282010100b7d2480f6e91c35aa04d7be2f8195c63",
    certFingerprint: "7d:31:c0:9a:54:e8:2b:f6:61:0c:d8:93:47:be:a5:12",
  },
  {
    id: "pkg_seeded02",
    platform: "IOS",
    publicKey: "3082010a0282010100d95e13a7c06f84b2517ae0dc38f4926b",
    certFingerprint: "8b1f5d02c7e94a36b0d87f215ce3a94670d1fb58",
  },
] as const;
