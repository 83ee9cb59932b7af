import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { ENDPOINTS, wellKnownOf } from "@/lib/identity";
import { mergeTold } from "@/lib/identity/merge-told";
import type { Audience, IdentityProvider } from "@/lib/identity/settings";

/** One call to the issuer; the whole sign-in has a limit of its own (call.ts). */
const REQUEST_TIMEOUT_MS = 4_000;

/** An answer of the issuer that must not be believed. */
class UnexpectedIssuerError extends Error {
  override readonly name = "UnexpectedIssuerError";
}

/**
 * The issuer as next-auth knows one: discovery, PKCE, state and nonce; the ID token is checked (signature by its
 * published keys in one asymmetric algorithm, `iss`, `aud`, `azp`, `exp`, `nbf`, `nonce`) before its userinfo
 * is asked, whose `sub` must be the same. `failed` hears why an exchange did not work.
 */
export function oidcProvider(
  audience: Audience,
  settings: IdentityProvider,
  failed: (error: unknown) => void,
): OAuthConfig<Record<string, unknown>> {
  let told: Readonly<Record<string, unknown>> = {};
  return {
    id: ENDPOINTS[audience],
    name: settings.NAME,
    type: "oauth",
    wellKnown: wellKnownOf(settings),
    issuer: settings.ISSUER,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: settings.SCOPE } },
    clientId: settings.CLIENT_ID,
    clientSecret: settings.CLIENT_SECRET,
    client: { id_token_signed_response_alg: settings.ALG },
    httpOptions: { timeout: REQUEST_TIMEOUT_MS },
    token: {
      async request({ client, params, checks, provider }) {
        try {
          // openid-client believes whatever issuer the metadata name; ours is the one that is configured.
          if (client.issuer.metadata.issuer !== settings.ISSUER)
            throw new UnexpectedIssuerError("the metadata name another issuer");
          const tokens = await client.callback(provider.callbackUrl, params, checks);
          const more =
            client.issuer.metadata.userinfo_endpoint === undefined ? {} : await client.userinfo(tokens);
          told = mergeTold({ ...tokens.claims() }, more);
          return { tokens };
        } catch (error) {
          failed(error);
          throw error;
        }
      },
    },
    userinfo: { request: () => told },
    profile: ({ sub }) => ({ id: String(sub) }),
  };
}
