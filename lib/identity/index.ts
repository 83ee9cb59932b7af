import "server-only";
import { env } from "@/lib/env";
import type { Audience, IdentityProvider } from "./settings";

export const identityProvider = (audience: Audience): IdentityProvider | null =>
  audience === "staff" ? env.STAFF_OIDC : env.OIDC;

/** Name of the endpoint pair at which an issuer's answers arrive: each has its own, so answers cannot be mixed up. */
export const ENDPOINTS = { customers: "oidc", staff: "staff-oidc" } as const;

/** Is it one of them, configured or not? */
export const isIssuerEndpoint = (endpoint: string | undefined): boolean =>
  endpoint === ENDPOINTS.customers || endpoint === ENDPOINTS.staff;

/** Whose endpoint it is; null when it is nobody's, or nobody is configured there. */
export function audienceOf(endpoint: string | undefined): Audience | null {
  const audience =
    endpoint === ENDPOINTS.staff ? "staff" : endpoint === ENDPOINTS.customers ? "customers" : null;
  return audience !== null && identityProvider(audience) !== null ? audience : null;
}

/** Which issuers are offered, and what their buttons say. */
export const offeredProviders = (): readonly { audience: Audience; endpoint: string; name: string }[] =>
  (["customers", "staff"] as const).flatMap((audience) => {
    const name = identityProvider(audience)?.NAME;
    return name === undefined ? [] : [{ audience, endpoint: ENDPOINTS[audience], name }];
  });

export const wellKnownOf = ({ ISSUER }: Pick<IdentityProvider, "ISSUER">): string =>
  `${ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`;
