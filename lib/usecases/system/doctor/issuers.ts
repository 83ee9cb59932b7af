import "server-only";
import { env } from "@/lib/env";
import { ENDPOINTS, identityProvider, wellKnownOf } from "@/lib/identity";
import { type Audience, PREFIXES } from "@/lib/identity/settings";
import { type DoctorFinding, finding } from "./finding";

const DISCOVERY_TIMEOUT_MS = 5_000;

/** Whose accounts open ours: do they answer, and are they who the settings say? */
export async function lookAtIssuer(audience: Audience): Promise<DoctorFinding> {
  const issuer = finding(audience === "staff" ? "issuer-staff" : "issuer");
  const provider = identityProvider(audience);
  const name = `${PREFIXES[audience]}ISSUER`;
  if (provider === null) return issuer("ok", `${name} is not set: passwords only`);
  try {
    const answer = await fetch(wellKnownOf(provider), {
      signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS),
      redirect: "error",
    });
    if (!answer.ok) return issuer("fail", `${name}: the discovery answers ${answer.status}.`);
    const { issuer: told } = (await answer.json()) as { issuer?: unknown };
    return told === provider.ISSUER
      ? issuer("ok", `answers as ${new URL(provider.ISSUER).host}; it must know ${callbackOf(audience)}`)
      : issuer("fail", `${name} is not what the discovery calls itself: copy its "issuer" letter by letter.`);
  } catch {
    return issuer("fail", `${name} does not answer: nobody can sign in that way; passwords work.`);
  }
}

const callbackOf = (audience: Audience): string =>
  `${env.PUBLIC_URL}/api/auth/callback/${ENDPOINTS[audience]}`;
