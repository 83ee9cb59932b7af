import "server-only";
import { createHash } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import { refusalOfError } from "@/lib/http/failures";
import { safeNext } from "@/lib/http/next-path";
import { ENDPOINTS, identityProvider } from "@/lib/identity";
import { readClaims } from "@/lib/identity/claims";
import type { Audience, IdentityProvider } from "@/lib/identity/settings";
import { hit } from "@/lib/limits";
import { countRefusal } from "@/lib/limits/refusals";
import { log } from "@/lib/log";
import { refuseAccount } from "@/lib/usecases/accounts/reasons";
import { type IdentityOutcome, signInWithIdentity } from "@/lib/usecases/identities/sign-in-with-identity";
import { actorOf } from "../actor-of";
import { challengeCookieName } from "../challenge-cookie";
import { authCookies, cookieJar, linkCookieName, offerCookieName, setCookieHeader } from "../cookies";
import { secondStepAt } from "../home";
import { authOptions } from "../options";
import { keptValueOf, linkWishOf } from "../token";
import { askNextAuth } from "./call";
import { within } from "./deadline";
import { failureOf } from "./failure";
import { oidcProvider } from "./provider";

const OFFER_MAX_AGE = 1800;
/** Longer than any cookie of the way there lives. */
const STATE_ONCE_SECONDS = 3600;

type Answer = Readonly<{ code: string; state: string; iss?: string }>;

/** Exactly what an issuer sends back, each once; null is what only somebody else would send. */
function answerIn(url: string): Answer | null {
  const query = new URL(url).searchParams;
  const [code, state, iss] = ["code", "state", "iss"].map((name) => query.getAll(name));
  if (code?.length !== 1 || state?.length !== 1 || (iss?.length ?? 0) > 1) return null;
  const found = { code: code[0] ?? "", state: state[0] ?? "" };
  return iss?.[0] === undefined ? found : { ...found, iss: iss[0] };
}

/**
 * Comes back from the issuer. The state must be the one this browser left with, for this endpoint, and not used
 * before; only then is anybody asked. Whatever happens, the cookies of the way are gone afterwards.
 */
export async function answerReturn(request: Request, audience: Audience): Promise<Response> {
  const settings = identityProvider(audience);
  const known = settings === null ? fail(refuse("not_found")) : await judge(request, audience, settings);
  const cookies = known.ok ? known.value.cookies : [];
  if (!known.ok) countRefusal("session.identity", known.error.code);
  return redirect(known.ok ? known.value.location : refusedAt(known.error), [
    ...cookies,
    ...[authCookies().state, authCookies().pkceCodeVerifier, authCookies().nonce].map(({ name }) =>
      setCookieHeader(name, null),
    ),
    setCookieHeader(linkCookieName(), null),
  ]);
}

const refusedAt = ({ reason = "" }: { readonly reason?: string }): string =>
  `/sign-in/refused?why=${reason.replace(/^account\.identity-/, "") || "failed"}`;

function redirect(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

type Settled = Result<{ readonly location: string; readonly cookies: readonly string[] }>;

async function judge(request: Request, audience: Audience, settings: IdentityProvider): Promise<Settled> {
  if (new URL(request.url).searchParams.get("error") === "access_denied")
    return fail(refuseAccount("forbidden", "identity-denied"));
  const answer = answerIn(request.url);
  if (answer === null || !(await isExpected(request.headers, audience, answer.state)))
    return fail(refuseAccount("forbidden", "identity-failed"));
  const asked = await exchange(request, audience, settings, answer);
  if (!asked.ok) return asked;
  const { outcome, location, cookies } = asked.value;
  if (outcome.kind === "offer")
    return settled("/sign-in/finish", [setCookieHeader(offerCookieName(), outcome.token, OFFER_MAX_AGE)]);
  const next = nextOf(location);
  if (outcome.kind === "linked") return settled(next, []);
  if ("sid" in outcome.step) return settled(next, cookies);
  return settled(secondStepAt(next), [setCookieHeader(challengeCookieName(), outcome.step.challenge)]);
}

const settled = (location: string, cookies: readonly string[]): Settled => ({
  ok: true,
  value: { location, cookies },
});

/** next-auth answers with a whole address of ours. */
const nextOf = (location: string | null): string => {
  if (location === null || !URL.canParse(location)) return "/sign-in";
  const { pathname, search } = new URL(location);
  return safeNext(pathname + search, "/sign-in");
};

/** Left from this browser, for this issuer, and never come back with yet. */
async function isExpected(headers: Headers, audience: Audience, state: string): Promise<boolean> {
  const { name } = authCookies().state;
  const kept = await keptValueOf(cookieJar(headers)[name], name);
  if (kept?.value !== state || kept.provider !== ENDPOINTS[audience]) return false;
  const seen = createHash("sha256").update(state).digest("base64url");
  return (await hit(`oidc.state:${seen}`, 1, STATE_ONCE_SECONDS)).ok;
}

/** The secret of the session, where one was opened. */
const sidOf = (result: Result<IdentityOutcome> | null): string | null =>
  result?.ok && result.value.kind === "entered" && "sid" in result.value.step ? result.value.step.sid : null;

interface Exchanged {
  readonly outcome: IdentityOutcome;
  readonly location: string | null;
  readonly cookies: readonly string[];
}

async function exchange(
  request: Request,
  audience: Audience,
  settings: IdentityProvider,
  answer: Answer,
): Promise<Result<Exchanged>> {
  let told: Result<IdentityOutcome> | null = null;
  let trouble: unknown = null;
  const use = async (raw: Readonly<Record<string, unknown>>) => {
    told = await identify(request.headers, audience, settings, raw).catch((error: unknown) =>
      fail(refusalOfError("session.identity", error)),
    );
    return told;
  };
  const options: NextAuthOptions = {
    ...authOptions(),
    providers: [
      oidcProvider(audience, settings, (error) => {
        trouble = error;
      }),
    ],
    callbacks: {
      // An address of ours instead of `true` ends the handshake there, without a session.
      signIn: async ({ profile }) => {
        const result = await use({ ...profile });
        return sidOf(result) !== null ? true : "/sign-in";
      },
      jwt: () => {
        const sid = sidOf(told);
        return sid === null ? {} : { sid };
      },
    },
  };
  const reply = await within(
    askNextAuth(
      {
        action: "callback",
        provider: ENDPOINTS[audience],
        method: "GET",
        headers: request.headers,
        query: answer,
      },
      options,
    ),
  );
  const result = told as Result<IdentityOutcome> | null;
  if (result !== null && !result.ok) return result;
  if (reply === null || result === null) {
    const reason = reply === null ? "identity-unavailable" : failureOf(trouble);
    log.warn({ audience, reason }, "sign-in elsewhere failed");
    return fail(refuseAccount(reason === "identity-failed" ? "forbidden" : "busy", reason));
  }
  return {
    ok: true,
    value: { outcome: result.value, location: locationOf(request, reply.location), cookies: reply.cookies },
  };
}

/** For who goes on without a new session next-auth was told "/sign-in"; where he wanted to go is in its cookie. */
const locationOf = (request: Request, location: string | null): string | null =>
  cookieJar(request.headers)[authCookies().callbackUrl.name] ?? location;

async function identify(
  headers: Headers,
  audience: Audience,
  settings: IdentityProvider,
  raw: Readonly<Record<string, unknown>>,
): Promise<Result<IdentityOutcome>> {
  const claims = readClaims(raw, settings);
  if (claims === null) return fail(refuseAccount("forbidden", "identity-failed"));
  const wish = await linkWishOf(cookieJar(headers)[linkCookieName()]);
  const actor = wish === null ? null : await actorOf(headers);
  return signInWithIdentity({
    audience,
    claims,
    next: nextOf(cookieJar(headers)[authCookies().callbackUrl.name] ?? null),
    userAgent: headers.get("user-agent"),
    // A wish of an earlier session, or of somebody else in this browser, is none.
    link: actor !== null && actor.sessionId === wish?.sessionId ? { actor, realName: wish.realName } : null,
  });
}
