import "server-only";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { type IdentityProvider, readProvider } from "@/lib/identity/settings";
import { readSystems, type SystemsSettings } from "@/lib/systems/settings";

/**
 * The only reader of `process.env`. Empty strings count as absent.
 * The mode's variable is ICP_MODE, because tools (Vite) use MODE for their own.
 */
const key32 = z.base64().refine((value) => Buffer.from(value, "base64").length === 32, "32 bytes in base64");

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    ICP_MODE: z.enum(["sandbox", "production"]).default("sandbox"),
    /** Who takes orders to the authority: the simulated one, or staff by hand. Default: by mode. */
    ICP_GATEWAY: z.enum(["sandbox", "manual"]).optional(),
    DATA_DIR: z.string().default(".data"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
      .default(process.env.VITEST === undefined ? "info" : "silent"),
    /** "off": this server leaves background work to `npm run work`. */
    ICP_WORK: z.enum(["on", "off"]).default("on"),
    /** Secrets given from outside (production); absent: DATA_DIR/secrets.json. */
    ICP_MASTER_KEY: key32.optional(),
    ICP_BLIND_INDEX_KEY: key32.optional(),
    ICP_AUTH_SECRET: z.string().min(32).optional(),
    ICP_SERVER_ACTIONS_KEY: key32.optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().optional(),
    /** The provider's own gateway for text messages (lib/notify/webhook.ts), and what its calls are signed with. */
    SMS_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_WEBHOOK_SECRET: z.string().min(32).optional(),
    /** Hosts (`name` or `name:port`, comma between) that may be called though they are private or without TLS. */
    OUTBOUND_ALLOW: z
      .string()
      .default("")
      .transform((text) => text.split(",").flatMap((host) => host.trim().toLowerCase() || [])),
  })
  .refine(({ ICP_MODE, ICP_GATEWAY }) => ICP_MODE !== "production" || ICP_GATEWAY !== "sandbox", {
    path: ["ICP_GATEWAY"],
    error: "production never talks to the simulated authority",
  })
  .transform(({ ICP_MODE, ICP_GATEWAY, ICP_WORK, DATA_DIR, PUBLIC_URL, ...rest }) => ({
    ...rest,
    MODE: ICP_MODE,
    WORK: ICP_WORK,
    GATEWAY: ICP_GATEWAY ?? (ICP_MODE === "sandbox" ? ("sandbox" as const) : ("manual" as const)),
    DATA_DIR: isAbsolute(DATA_DIR) ? DATA_DIR : join(/* turbopackIgnore: true */ process.cwd(), DATA_DIR),
    PUBLIC_URL: (PUBLIC_URL ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, ""),
  }));

/** Whose accounts open ours, each by variables of its own prefix (lib/identity/settings.ts); null: none. */
interface Identity {
  readonly OIDC: IdentityProvider | null;
  readonly STAFF_OIDC: IdentityProvider | null;
}
export type Env = Readonly<z.output<typeof schema>> &
  Identity & {
    /** Which of the provider's own systems are asked over HTTP, and how (lib/systems/settings.ts). */
    readonly SYSTEMS: SystemsSettings;
  };

let parsed: Env | undefined;

function parse(): Env {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  const [customers, staff] = [readProvider(given, "customers"), readProvider(given, "staff")];
  const { systems, wrong: ofSystems } = readSystems(given);
  // Names and expectations only: a value may be a secret.
  const own = result.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
  const wrong = [...own, ...customers.wrong, ...staff.wrong, ...ofSystems];
  if (!result.success || wrong.length > 0)
    throw new Error(`The environment is not usable. ${wrong.join("; ")}`);
  return { ...result.data, OIDC: customers.provider, STAFF_OIDC: staff.provider, SYSTEMS: systems };
}

function current(): Env {
  if (!parsed) {
    parsed = parse();
    // next-auth reads these two itself, and nothing else may decide where links and cookies point.
    process.env.NEXTAUTH_URL = parsed.PUBLIC_URL;
    delete process.env.AUTH_TRUST_HOST;
  }
  return parsed;
}

/** Parsed at first use, so that importing a module never depends on the environment. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name) => Reflect.get(current(), name),
  has: (_, name) => Reflect.has(current(), name),
});

/** For tests that change `process.env`. */
export function resetEnv(): void {
  parsed = undefined;
}
