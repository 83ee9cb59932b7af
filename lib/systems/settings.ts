import { z } from "zod";

/** The provider's own systems that may be asked over HTTP. */
export const SYSTEMS = ["inventory", "domains", "business"] as const;
export type SystemName = (typeof SYSTEMS)[number];

/** Each is read from the same names behind a prefix of its own. */
const PREFIXES: Readonly<Record<SystemName, string>> = {
  inventory: "INVENTORY_",
  domains: "DOMAINS_",
  business: "BUSINESS_",
};
/** The variable with a system's address. */
export const urlName = (system: SystemName): string => `${PREFIXES[system]}URL`;

const schema = z.object({
  URL: z.url({ protocol: /^https?$/ }).refine((text) => {
    const { username, password, hash } = new URL(text);
    return username === "" && password === "" && hash === "";
  }, "no user, password or fragment: the secret is the token"),
  /** Sent as `Authorization: Bearer …`. */
  TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,512}$/, "16 to 512 printable characters without blanks")
    .optional(),
});

export interface SystemSettings {
  readonly url: string;
  readonly token: string | null;
}
export type SystemsSettings = Readonly<Record<SystemName, SystemSettings | null>>;

/** The systems that are named in the environment, and what is wrong with how they are. */
export function readSystems(given: Readonly<Record<string, string | undefined>>): {
  systems: SystemsSettings;
  wrong: string[];
} {
  const wrong: string[] = [];
  const one = (system: SystemName): SystemSettings | null => {
    const prefix = PREFIXES[system];
    const own = { URL: given[`${prefix}URL`], TOKEN: given[`${prefix}TOKEN`] };
    if (own.URL === undefined) {
      if (own.TOKEN !== undefined) wrong.push(`${prefix}TOKEN: there is no ${prefix}URL it could be for`);
      return null;
    }
    const result = schema.safeParse(own);
    if (result.success) return { url: result.data.URL, token: result.data.TOKEN ?? null };
    wrong.push(...result.error.issues.map((issue) => `${prefix}${issue.path.join(".")}: ${issue.message}`));
    return null;
  };
  return {
    systems: { inventory: one("inventory"), domains: one("domains"), business: one("business") },
    wrong,
  };
}
