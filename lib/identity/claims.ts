import { normalisePhone } from "@/lib/auth/account-forms";
import { REAL_NAME_DOCUMENTS, type RealName, realNameSchema } from "@/lib/auth/real-name-form";
import type { IdentityProvider, MappedRole } from "./settings";

/** What an issuer said of somebody, as far as we use it. Its strings are as little trusted as anything typed. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** Only then does the address count as his. */
  readonly emailVerified: boolean;
  /** Shown to colleagues (staff). */
  readonly name: string | null;
  /** Verified by the issuer; null when it says nothing, or not everything, or not that it has checked. */
  readonly realName: RealName | null;
  readonly phone: string | null;
  readonly roles: readonly MappedRole[];
  /** It asked for more than one factor, so we need not. */
  readonly severalFactors: boolean;
}

type Raw = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null;

/** The claim of that whole name (`https://example.cn/role`), else where its dots lead. */
function at(raw: Raw, path: string): unknown {
  if (Object.hasOwn(raw, path)) return raw[path];
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      raw,
    );
}

const text = (value: unknown, max: number): string | null => {
  const trimmed = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return trimmed === "" || trimmed.length > max ? null : trimmed;
};
const isTrue = (value: unknown): boolean => value === true || value === "true";
const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");

/** Reads the claims of a checked ID token (and userinfo) by the settings. Null without a subject. */
export function readClaims(raw: Raw, provider: IdentityProvider): Claims | null {
  const subject = text(raw.sub, 255);
  if (subject === null) return null;
  const email = text(raw.email, 254);
  const factors = [...strings(raw.amr), ...strings(raw.acr)];
  const groups = strings(at(raw, provider.CLAIM_ROLES));
  return {
    issuer: provider.ISSUER,
    subject,
    email: email?.includes("@") ? email : null,
    emailVerified: provider.TRUST_EMAIL === "on" || isTrue(raw.email_verified),
    name: text(raw.name, 60),
    realName: realNameOf(raw, provider),
    phone: phoneOf(raw, provider),
    roles: [...new Set(groups.flatMap((group) => provider.ROLES.get(group) ?? []))],
    severalFactors: factors.some((factor) => provider.MFA.includes(factor)),
  };
}

function realNameOf(raw: Raw, provider: IdentityProvider): RealName | null {
  if (!isTrue(at(raw, provider.CLAIM_REAL_NAME_VERIFIED))) return null;
  const type = text(at(raw, provider.CLAIM_CERT_TYPE), 100);
  if (type === null) return null;
  const ours = provider.CERT_TYPES.get(type) ?? type;
  const person = REAL_NAME_DOCUMENTS.find((code) => String(code) === ours);
  if (person === undefined && ours !== "unit") return null;
  const claim = realNameSchema.safeParse({
    kind: person === undefined ? "unit" : "person",
    name: at(raw, provider.CLAIM_REAL_NAME),
    certType: person ?? null,
    idNo: text(at(raw, provider.CLAIM_CERT_NO), 64),
  });
  return claim.success ? claim.data : null;
}

function phoneOf(raw: Raw, provider: IdentityProvider): string | null {
  if (!isTrue(at(raw, provider.CLAIM_PHONE_VERIFIED))) return null;
  const phone = normalisePhone(text(at(raw, provider.CLAIM_PHONE), 24) ?? "");
  return /^1\d{10}$/.test(phone) ? phone : null;
}
