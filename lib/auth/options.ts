import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { fail, type Result } from "@/lib/filing/shared/result";
import { clientIp } from "@/lib/http/client-ip";
import { refusalOfError } from "@/lib/http/failures";
import { parseInput } from "@/lib/http/parse";
import { log } from "@/lib/log";
import { authSecret } from "@/lib/secrets";
import type { FirstStep } from "@/lib/usecases/accounts/second-step";
import { signIn } from "@/lib/usecases/accounts/sign-in";
import { signOutBySid } from "@/lib/usecases/accounts/sign-out";
import { signInPersona } from "@/lib/usecases/sandbox/sign-in-persona";
import { keepChallenge } from "./challenge-cookie";
import { authCookies, COOKIE_MAX_AGE, isHttps } from "./cookies";
import { credentialsSchema, personaSchema, SECOND_STEP } from "./credentials";

/** What `authorize` hands on; next-auth would like a name and a picture, and gets neither. */
interface Handshake {
  readonly id: string;
  readonly sid: string;
}

type AuthRequest = { readonly headers?: Record<string, unknown> | undefined };

const headersOf = (request: AuthRequest): Headers =>
  new Headers(
    Object.entries(request.headers ?? {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    ),
  );

/**
 * next-auth carries a refusal as the message of an error; the form reads code and seconds back out of it. So is "one more
 * step": the note goes into a cookie of its own, the word for it tells the form which page comes next.
 */
async function handshake(attempt: () => Promise<Result<FirstStep>>): Promise<Handshake> {
  const result = await attempt().catch((error: unknown) => fail(refusalOfError("session.sign-in", error)));
  if (result.ok) {
    if ("sid" in result.value) return { id: result.value.userId, sid: result.value.sid };
    await keepChallenge(result.value.challenge);
    throw new Error(SECOND_STEP);
  }
  const { code, params } = result.error;
  throw new Error([code, params?.seconds ?? params?.ref ?? ""].join(" ").trim());
}

/** Only what a form of ours sends: next-auth adds fields of its own to the credentials. */
const pick = (credentials: Record<string, unknown> | undefined, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, credentials?.[key]]));

const passwordProvider = CredentialsProvider({
  id: "password",
  credentials: { email: {}, password: {} },
  authorize: (credentials, request) =>
    handshake(async () => {
      const input = parseInput(credentialsSchema, pick(credentials, ["email", "password"]));
      if (!input.ok) return input;
      const headers = headersOf(request);
      return signIn({ ...input.value, ip: clientIp(headers), userAgent: headers.get("user-agent") });
    }),
});

const personaProvider = CredentialsProvider({
  id: "persona",
  credentials: { persona: {} },
  authorize: (credentials, request) =>
    handshake(async () => {
      const input = parseInput(personaSchema, pick(credentials, ["persona"]));
      if (!input.ok) return input;
      return signInPersona({ ...input.value, userAgent: headersOf(request).get("user-agent") });
    }),
});

/** next-auth does the handshake and the cookie. Who somebody is and whether still, the session row says. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    useSecureCookies: isHttps(),
    cookies: authCookies(),
    session: { strategy: "jwt", maxAge: COOKIE_MAX_AGE },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: env.MODE === "sandbox" ? [passwordProvider, personaProvider] : [passwordProvider],
    callbacks: {
      // The token holds the opaque id and nothing about the person.
      jwt: ({ token, user }) => {
        const sid = user ? (user as Handshake).sid : token.sid;
        return typeof sid === "string" ? { sid } : {};
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await signOutBySid(token.sid);
      },
    },
    logger: {
      // next-auth's metadata may quote input; the code is enough. A refused sign-in is counted by its use case.
      error: (code) => code !== "CALLBACK_CREDENTIALS_HANDLER_ERROR" && log.warn({ code }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}
