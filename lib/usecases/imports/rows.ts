import "server-only";
import { normaliseEmail } from "@/lib/auth/credentials";
import { CERT_TYPES, type CertType } from "@/lib/filing/application/codes";
import { domainKey, domainProblem } from "@/lib/filing/application/identifiers/domain-name";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy";
import type { DomainRecord, ServerRecord } from "@/lib/filing/rules/facts";
import type { Cells } from "@/lib/imports/cells";
import { BUSINESS_STATES, type ImportKind, SERVER_KINDS } from "@/lib/imports/kinds";

/** Rows as they are read; what they refer to (customers, accounts) is resolved against the database later. */
export interface RowOf {
  readonly customers: { readonly customer: string; readonly email: string };
  readonly servers: ServerRecord & { readonly id: string; readonly name: string; readonly customer: string };
  readonly domains: Omit<DomainRecord, "registered"> & {
    readonly domain: string;
    readonly customer: string | null;
  };
  readonly businesses: {
    readonly certNo: string;
    readonly name: string;
    readonly legalRepName: string | null;
    readonly status: (typeof BUSINESS_STATES)[number];
    readonly registeredOrUpdatedAt: number | null;
    readonly licenceIssuedOn: string | null;
  };
}

const ID = /^[\w.:@-]+$/;
const CERT = /^[0-9A-Z()（）-]{5,40}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function provinceOf(cells: Cells): string {
  const code = cells.text("province", 6);
  if (code !== "" && PROVINCES_BY_CODE[code] === undefined) cells.refuse("province", "province");
  return code;
}

function certTypeOf(cells: Cells): CertType | null {
  const text = cells.optional("owner_id_type", 2);
  if (text === null) return null;
  const found = CERT_TYPES.find((type) => String(type) === text) ?? null;
  if (found === null) cells.refuse("owner_id_type", "cert-type");
  return found;
}

/** One reader a kind. */
export const ROW_READERS: {
  readonly [K in ImportKind]: (cells: Cells, suffixes: ReadonlySet<string>) => RowOf[K];
} = {
  customers: (cells) => ({
    customer: cells.formed("customer", 64, ID, "id"),
    email: normaliseEmail(cells.formed("email", 254, EMAIL, "email")),
  }),
  servers: (cells) => ({
    id: cells.formed("id", 64, ID, "id"),
    customer: cells.formed("customer", 64, ID, "id"),
    name: cells.text("name", 100),
    kind: cells.choice("kind", SERVER_KINDS) ?? "CVM",
    prepaid: cells.flag("prepaid"),
    prepaidMonths: cells.number("prepaid_months", 1_200),
    expiresAt: cells.lastDayGiven("expires_on"),
    mainland: cells.flag("mainland"),
    publicIp: cells.ip("public_ip"),
    province: provinceOf(cells),
  }),
  domains: (cells, suffixes) => {
    const domain = domainKey(cells.text("domain", 253));
    if (domain !== "" && domainProblem(domain, suffixes) !== null) cells.refuse("domain", "domain");
    return {
      domain,
      customer: cells.optional("customer", 64),
      registeredHere: cells.flag("registered_here"),
      registrarApproved: cells.flag("registrar_approved"),
      serverHold: cells.flag("server_hold"),
      ownerName: cells.optional("owner_name", 200),
      ownerIdType: certTypeOf(cells),
      ownerIdNo: cells.optional("owner_id_no", 60)?.toUpperCase() ?? null,
      realNameVerifiedAt: cells.day("real_name_verified_on"),
      expiresAt: cells.lastDay("expires_on"),
    };
  },
  businesses: (cells) => {
    const certNo = cells.text("cert_no", 60).toUpperCase();
    if (certNo !== "" && !CERT.test(certNo)) cells.refuse("cert_no", "cert");
    return {
      certNo,
      name: cells.text("name", 200),
      legalRepName: cells.optional("legal_rep_name", 100),
      status: cells.choice("status", BUSINESS_STATES) ?? "active",
      registeredOrUpdatedAt: cells.day("registered_or_updated_on"),
      licenceIssuedOn: cells.dayText("licence_issued_on"),
    };
  },
};

/** What makes two rows the same thing, and the column it stands in. */
export const KEY_OF: { readonly [K in ImportKind]: readonly [string, (row: RowOf[K]) => string] } = {
  customers: ["customer", ({ customer }) => customer],
  servers: ["id", ({ id }) => id],
  domains: ["domain", ({ domain }) => domain],
  businesses: ["cert_no", ({ certNo }) => certNo],
};
