import "server-only";
import { isNotNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { env } from "@/lib/env";
import { secrets, storedSecrets } from "@/lib/secrets/store";
import { SYSTEMS, urlName } from "@/lib/systems/settings";

/** Said to the operator, who can mend it; not a bug. */
class UnsafeProductionError extends Error {
  override readonly name = "UnsafeProductionError";
  constructor(
    readonly code:
      | "sandbox_secrets"
      | "sandbox_users"
      | "insecure_url"
      | "insecure_gateway"
      | "insecure_system"
      | "insecure_issuer",
    message: string,
  ) {
    super(message);
  }
}

const THIS_MACHINE: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** Nobody on the way can read along: TLS, or no way at all. */
function confidential(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return protocol === "https:" || THIS_MACHINE.includes(hostname);
}

/** Production never serves real people with secrets or accounts that anybody knows from a sandbox. */
export async function refuseUnsafeProduction(): Promise<void> {
  if (env.MODE !== "production") return;
  if (!confidential(env.PUBLIC_URL)) {
    throw new UnsafeProductionError("insecure_url", "PUBLIC_URL must begin with https:// in production.");
  }
  // Numbers and links that open without a password travel to it.
  if (env.SMS_WEBHOOK_URL !== undefined && !confidential(env.SMS_WEBHOOK_URL)) {
    throw new UnsafeProductionError(
      "insecure_gateway",
      "SMS_WEBHOOK_URL must begin with https:// in production; http:// only for a gateway on this machine.",
    );
  }
  // What it says decides who somebody is.
  for (const [name, provider] of [
    ["OIDC_ISSUER", env.OIDC],
    ["STAFF_OIDC_ISSUER", env.STAFF_OIDC],
  ] as const) {
    if (provider !== null && !confidential(provider.ISSUER))
      throw new UnsafeProductionError(
        "insecure_issuer",
        `${name} must begin with https:// in production; http:// only for an issuer on this machine.`,
      );
  }
  // What they say decides what may be filed, and who has which server.
  for (const system of SYSTEMS) {
    const settings = env.SYSTEMS[system];
    if (settings !== null && !confidential(settings.url))
      throw new UnsafeProductionError(
        "insecure_system",
        `${urlName(system)} must begin with https:// in production; http:// only for a system on this machine.`,
      );
  }
  const used = secrets();
  const stored = storedSecrets();
  if (used.origin === "sandbox" || (stored?.origin === "sandbox" && sameKeys(used, stored))) {
    throw new UnsafeProductionError(
      "sandbox_secrets",
      "This data directory has the secrets of a sandbox: give production a directory of its own.",
    );
  }
  const [persona] = await read()
    .select({ id: t.users.id })
    .from(t.users)
    .where(isNotNull(t.users.persona))
    .limit(1);
  if (persona) {
    throw new UnsafeProductionError(
      "sandbox_users",
      "This data directory has sandbox personas, whom anybody may be: give production a directory of its own.",
    );
  }
}

type Secrets = ReturnType<typeof secrets>;

const sameKeys = (a: Secrets, b: Secrets): boolean =>
  a.authSecret === b.authSecret ||
  a.blindIndexKey.equals(b.blindIndexKey) ||
  a.masterKeys.some((key) => b.masterKeys.some((other) => other.equals(key)));
