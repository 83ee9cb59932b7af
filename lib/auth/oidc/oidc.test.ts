import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Mood, startProvider, type TestProvider } from "@/lib/identity/testing";
import { resolveSession } from "@/lib/usecases/accounts/resolve-session";
import { AGREED } from "@/lib/usecases/accounts/testing";
import { finishAsNewcomer } from "@/lib/usecases/identities/finish";
import { readOffer } from "@/lib/usecases/identities/read-offer";
import { newWorld, type World } from "@/lib/usecases/testing";
import { sessionIdOf } from "../token";
import { Browser, trust } from "./testing";

let world: World;
let provider: TestProvider;
let distrust: () => void;
let browser: Browser;
const WEN = { sub: "wen-1", email: "wen@example.cn", email_verified: true };

beforeEach(async () => {
  world = await newWorld();
  provider = await startProvider();
  provider.person = WEN;
  distrust = trust(provider, "OIDC_");
  browser = new Browser();
});
afterEach(async () => {
  distrust();
  await provider.close();
  world.dispose();
});

const finish = (from: Browser) =>
  finishAsNewcomer(
    { token: from.cookies.get("icp.offer"), userAgent: null },
    { proof: null, realName: false, locale: "en", ...AGREED },
  );
/** Somebody who has signed in that way before. */
async function known(): Promise<string> {
  const first = new Browser();
  expect(await first.through(provider, "oidc")).toBe("/sign-in/finish");
  const made = await finish(first);
  if (!made.ok) throw new Error(made.error.reason);
  return made.value.step.userId;
}
const userOf = async (from: Browser) => {
  const sid = await sessionIdOf(from.sid);
  return sid === null ? null : ((await resolveSession(sid))?.userId ?? null);
};
const sessions = async () => (await read().select().from(t.sessions)).length;

describe("an honest issuer", () => {
  it("lets somebody it has vouched for before in, where he wanted to go, with a session of ours", async () => {
    const userId = await known();
    expect(await browser.through(provider, "oidc", "/console/orders?state=DRAFT")).toBe(
      "/console/orders?state=DRAFT",
    );
    expect(await userOf(browser)).toBe(userId);
    expect([...browser.cookies.keys()].sort()).toEqual(["icp.callback", "icp.csrf", "icp.session"]);
  });

  it("gives somebody new no session before he has agreed", async () => {
    expect(await browser.through(provider, "oidc")).toBe("/sign-in/finish");
    expect([browser.sid, await sessions()]).toEqual([undefined, 0]);
  });

  it.each([["//evil.example/x"], ["https://evil.example/"], ["/\\evil.example"], ["javascript:alert(1)"]])(
    "never sends anybody on to %s",
    async (next) => {
      await known();
      expect(await browser.through(provider, "oidc", next)).toBe("/sign-in");
      expect(await userOf(browser)).not.toBeNull();
    },
  );

  it("asks with code flow, PKCE, state and nonce", async () => {
    const { url } = (await (await browser.leave("oidc")).json()) as { url: string };
    const query = new URL(url).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: "code",
      scope: "openid profile email",
      code_challenge_method: "S256",
      redirect_uri: expect.stringMatching(/\/api\/auth\/callback\/oidc$/),
    });
    for (const name of ["state", "nonce", "code_challenge"]) expect(query.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it("may change its key, publish none by name, and say everything in the token", async () => {
    const userId = await known();
    await provider.rotate();
    for (const mood of [{}, { sign: "no-kid" }, { noUserinfo: true }] satisfies Mood[]) {
      provider.mood = mood;
      const again = new Browser();
      expect(await again.through(provider, "oidc", "/console")).toBe("/console");
      expect(await userOf(again)).toBe(userId);
    }
  });

  it("vouches for no address it names elsewhere than where it vouches", async () => {
    provider.mood = {
      claims: { email: undefined, email_verified: true },
      userinfo: { email: "somebody-else@example.cn", email_verified: undefined },
    };
    expect(await browser.through(provider, "oidc")).toBe("/sign-in/finish");
    expect(await readOffer(browser.cookies.get("icp.offer"), undefined)).toMatchObject({
      step: "address",
      email: "somebody-else@example.cn",
    });
  });

  it("is left for with a short form only", async () => {
    const form = { csrfToken: "x", callbackUrl: `/${"x".repeat(5000)}` };
    const answer = await browser.send("POST", "/api/auth/signin/oidc", form);
    expect([answer.status, await answer.json()]).toMatchObject([413, { error: { code: "too_large" } }]);
  });

  it("says of a blocked user what it likes: he stays out", async () => {
    const userId = await known();
    const { withTransaction } = await import("@/db/transaction");
    await withTransaction(async (tx) => {
      await tx.update(t.users).set({ status: "blocked" }).where(eq(t.users.id, userId));
    });
    expect(await browser.through(provider, "oidc")).toBe("/sign-in/refused?why=blocked");
    expect(browser.sid).toBeUndefined();
  });
});

const HOUR_S = 3600;
const now = () => Math.floor(Date.now() / 1000);
const LIES: readonly (readonly [string, () => Mood])[] = [
  ["a wrong nonce", () => ({ claims: { nonce: "of another sign-in" } })],
  ["no nonce", () => ({ claims: { nonce: undefined } })],
  ["another audience", () => ({ claims: { aud: "somebody-else" } })],
  [
    "several audiences and another authorised party",
    () => ({ claims: { aud: ["icp-console", "x"], azp: "x" } }),
  ],
  ["an expired token", () => ({ claims: { exp: now() - 60 } })],
  ["no expiry", () => ({ claims: { exp: undefined } })],
  ["a token not valid yet", () => ({ claims: { nbf: now() + HOUR_S } })],
  ["another issuer", () => ({ claims: { iss: "https://evil.example" } })],
  ["metadata of another issuer", () => ({ metadata: { issuer: "https://evil.example" } })],
  ["no signature", () => ({ sign: "none" })],
  ["the public key as a shared secret", () => ({ sign: "public-key-as-secret" })],
  ["a key of its own", () => ({ sign: "foreign-key" })],
  ["userinfo of somebody else", () => ({ userinfo: { sub: "wen-2" } })],
  ["no subject", () => ({ claims: { sub: undefined } })],
];

describe("an issuer that lies", () => {
  it.each(LIES)("is not believed: %s", async (_name, lie) => {
    await known();
    provider.mood = lie();
    const before = await sessions();
    expect(await browser.through(provider, "oidc")).toBe("/sign-in/refused?why=failed");
    expect([browser.sid, await sessions()]).toEqual([undefined, before]);
  });
});

describe("an issuer that is ill", () => {
  it.each(["token", "jwks", "userinfo"] as const)(
    "is said to be when its %s answers 500",
    async (endpoint) => {
      await known();
      provider.mood = { ill: { endpoint, how: "500" } };
      expect(await browser.through(provider, "oidc")).toBe("/sign-in/refused?why=unavailable");
      expect(browser.sid).toBeUndefined();
    },
  );

  it("is waited for no longer than four seconds", async () => {
    provider.mood = { ill: { endpoint: "token", how: "silent" } };
    const began = performance.now();
    expect(await browser.through(provider, "oidc")).toBe("/sign-in/refused?why=unavailable");
    expect(performance.now() - began).toBeLessThan(6_000);
  });

  it.each([["500"], ["silent"]] as const)("nobody leaves for it when its discovery is %s", async (how) => {
    provider.mood = { ill: { endpoint: "discovery", how } };
    const answer = await browser.leave("oidc");
    expect([answer.status, await answer.json()]).toEqual([503, { ok: false, error: { code: "busy" } }]);
  });
});

describe("an answer that is not for this browser", () => {
  const away = async (from: Browser, endpoint = "oidc") =>
    ((await (await from.leave(endpoint)).json()) as { url: string }).url;
  const back = async (to: Browser, url: string) => (await to.send("GET", url)).headers.get("location");

  it("signs nobody in who has not left from here (login CSRF)", async () => {
    await known();
    const theirs = provider.consent(await away(new Browser()));
    expect(await back(browser, theirs)).toBe("/sign-in/refused?why=failed");
    await away(browser);
    expect(await back(browser, theirs)).toBe("/sign-in/refused?why=failed");
    expect(browser.sid).toBeUndefined();
  });

  it("works once, even with the cookies of the first time", async () => {
    await known();
    const url = provider.consent(await away(browser));
    const copy = new Browser();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect(await back(browser, url)).toBe("/console");
    expect(await back(copy, url)).toBe("/sign-in/refused?why=failed");
    expect(await back(browser, url)).toBe("/sign-in/refused?why=failed");
  });

  it("needs code and state, each once", async () => {
    const url = new URL(provider.consent(await away(browser)));
    const twice = `${url.href}&state=x`;
    const without = new URL(url);
    without.searchParams.delete("code");
    for (const wrong of [twice, without.href]) expect(await back(browser, wrong)).toContain("why=failed");
    expect(await back(browser, `${url.origin}${url.pathname}?error=access_denied&state=x`)).toContain(
      "why=denied",
    );
  });

  it("is no answer for the other audience's endpoint, with the same issuer behind both", async () => {
    const stop = trust(provider, "STAFF_OIDC_");
    const url = provider.consent(await away(browser, "staff-oidc"));
    expect(await back(browser, url.replace("/staff-oidc?", "/oidc?"))).toBe("/sign-in/refused?why=failed");
    stop();
  });

  it("is no answer to a form that another site sent", async () => {
    browser.cookies.set("icp.csrf", "x%7Cy");
    const answer = await browser.send("POST", "/api/auth/signin/oidc", { csrfToken: "x", callbackUrl: "/" });
    expect(answer.status).toBe(403);
  });
});

it("offers no endpoint where nobody is configured", async () => {
  for (const [method, path] of [
    ["POST", "/api/auth/signin/staff-oidc"],
    ["GET", "/api/auth/callback/staff-oidc?code=x&state=y"],
    ["POST", "/api/auth/callback/oidc"],
    ["GET", "/api/auth/signin/oidc"],
    ["GET", "/api/auth/error"],
  ] as const)
    expect((await browser.send(method, path, method === "POST" ? {} : undefined)).status, path).toBe(404);
});
