import { z } from "zod";

/** Who is asked to vouch: the provider's customers and its employees have a sign-in of their own each. */
export type Audience = "customers" | "staff";

/** Both audiences are read from the same names behind a prefix of their own. */
export const PREFIXES: Readonly<Record<Audience, string>> = { customers: "OIDC_", staff: "STAFF_OIDC_" };

/** Signatures with a key pair only: with a shared secret, whoever knows the public key could forge (RFC 8725 3.1). */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"] as const;
const STAFF_ROLES = ["reviewer", "supervisor", "admin"] as const;
export type MappedRole = (typeof STAFF_ROLES)[number];

const list = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
/** `theirs=ours,…` */
const mapping = <T>(value: z.ZodType<T, string>) =>
  z.string().transform((text, context): ReadonlyMap<string, T> => {
    const pairs = list(text).map((pair) => {
      const at = pair.lastIndexOf("=");
      return [pair.slice(0, at).trim(), value.safeParse(pair.slice(at + 1).trim())] as const;
    });
    if (pairs.some(([theirs, ours]) => theirs === "" || !ours.success))
      context.addIssue({ code: "custom", message: "theirs=ours, separated by commas" });
    return new Map(pairs.flatMap(([theirs, ours]) => (ours.success ? [[theirs, ours.data] as const] : [])));
  });
/** The claim's name; a dot leads into an object. */
const claim = (name: string) => z.string().max(200).default(name);

const schema = z.object({
  ISSUER: z.url({ protocol: /^https?$/ }),
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: z.string().min(16),
  /** What the button calls it. */
  NAME: z.string().min(1).max(40),
  SCOPE: z
    .string()
    .refine((scope) => scope.split(" ").includes("openid"), "must contain openid")
    .default("openid profile email"),
  ALG: z.enum(ALGORITHMS).default("RS256"),
  /** "on": every address it tells is proven, because the issuer runs the mailboxes. Otherwise `email_verified` says so. */
  TRUST_EMAIL: z.enum(["on", "off"]).default("off"),
  /** Any of these in `amr` or as `acr`: it has asked for several factors. */
  MFA: z.string().default("mfa").transform(list),
  CLAIM_REAL_NAME: claim("real_name"),
  CLAIM_REAL_NAME_VERIFIED: claim("real_name_verified"),
  CLAIM_CERT_TYPE: claim("cert_type"),
  CLAIM_CERT_NO: claim("cert_no"),
  CLAIM_PHONE: claim("phone_number"),
  CLAIM_PHONE_VERIFIED: claim("phone_number_verified"),
  CERT_TYPES: mapping(z.union([z.literal("unit"), z.string().regex(/^\d{1,2}$/)])).prefault(
    "id_card=2,passport=7,unit=unit,uscc=unit",
  ),
  CLAIM_ROLES: claim("groups"),
  ROLES: mapping(z.enum(STAFF_ROLES)).prefault("reviewer=reviewer,supervisor=supervisor,admin=admin"),
});
export type IdentityProvider = Readonly<z.output<typeof schema>>;

/** One audience's provider from its variables; absent without an issuer. */
export function readProvider(
  given: Readonly<Record<string, string | undefined>>,
  audience: Audience,
): { provider: IdentityProvider | null; wrong: string[] } {
  const prefix = PREFIXES[audience];
  if (given[`${prefix}ISSUER`] === undefined) return { provider: null, wrong: [] };
  const names = Object.keys(schema.shape);
  const own = Object.fromEntries(names.map((name) => [name, given[prefix + name]]));
  const result = schema.safeParse(own);
  if (result.success) return { provider: result.data, wrong: [] };
  return {
    provider: null,
    wrong: result.error.issues.map((issue) => `${prefix}${issue.path.join(".")}: ${issue.message}`),
  };
}
