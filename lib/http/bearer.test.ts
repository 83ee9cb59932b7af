import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { browserHeaders, sessionOf } from "@/lib/auth/testing";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import { ok } from "@/lib/filing/shared/result";
import { contextOf, NOW, validEnterprise } from "@/lib/filing/testing/fixtures";
import { resolveSession } from "@/lib/usecases/accounts/resolve-session";
import { createToken, listOwnTokens, revokeToken } from "@/lib/usecases/tokens/own-tokens";
import { defineRoute } from "./define-route";

type Handler = ReturnType<typeof defineRoute>;
/** The route as Next loads it: the lower floors import none by name. */
const [route] = Object.values(
  import.meta.glob<{ readonly POST: Handler }>("/app/api/check/route.ts", { eager: true }),
);
const POST: Handler = (...call) => {
  if (route === undefined) throw new Error("no route");
  return route.POST(...call);
};

const DAY = 86_400_000;
let data: TestDatabase;
let system: TestClock;
beforeEach(async () => {
  data = freshDatabase();
  system = setTestClocks(NOW).system;
  await seedPersonas();
});
afterEach(() => data.dispose());

async function actor(persona: string): Promise<Actor> {
  const found = await resolveSession(await sessionOf(persona));
  if (found === null) throw new Error(persona);
  return found;
}
async function tokenOf(persona: string, days: 30 | 90 | 365 = 30): Promise<string> {
  const made = await createToken(await actor(persona), { name: "nightly", days });
  if (!made.ok) throw new Error("no token");
  return made.value.token;
}

const { application, facts } = contextOf(validEnterprise());
const FILE = JSON.stringify({ schemaVersion: 1, application, facts });
const none = { params: Promise.resolve({}) };
const JSON_TYPE = { "content-type": "application/json" };
const request = (headers: HeadersInit, body = FILE, query = "") =>
  new Request(`${env.PUBLIC_URL}/api/check${query}`, { method: "POST", headers, body });
const bearer = (token: string, more: Record<string, string> = {}) => ({
  ...JSON_TYPE,
  authorization: `Bearer ${token}`,
  ...more,
});
const status = async (headers: HeadersInit) => (await POST(request(headers), none)).status;

describe("POST /api/check", () => {
  it("answers a script what the command line prints, without cookie or origin", async () => {
    const response = await POST(request(bearer(await tokenOf("fresh-unit")), FILE, "?lang=en"), none);
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    const report = await response.json();
    expect(Object.keys(report)).toEqual(["findings", "requiredMaterials", "ok"]);
    expect(report.ok).toBe(true);
  });

  it("judges by the time it is asked about", async () => {
    const headers = bearer(await tokenOf("fresh-unit"));
    const early = await POST(request(headers, FILE, "?now=2026-10-01"), none);
    expect(await early.json()).toMatchObject({ ok: false });
    expect((await POST(request(headers, FILE, "?now=yesterday"), none)).status).toBe(422);
  });

  it("tells what the schema does not describe, as the command line does", async () => {
    const response = await POST(request(bearer(await tokenOf("fresh-unit")), "[]"), none);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: "schema", violations: [{ path: "" }] });
  });

  it("serves reviewers, too, and sessions of our own pages", async () => {
    expect(await status(bearer(await tokenOf("reviewer-lin")))).toBe(200);
    const cookie = await browserHeaders(await sessionOf("fresh-unit"), JSON_TYPE);
    expect(await status(cookie)).toBe(200);
    cookie.set("origin", "https://evil.example");
    cookie.set("sec-fetch-site", "cross-site");
    expect(await status(cookie)).toBe(403);
  });

  it("has a limit", async () => {
    const headers = bearer(await tokenOf("fresh-unit"));
    const seen: number[] = [];
    for (let i = 0; i < 61; i += 1) seen.push((await POST(request(headers, "[]"), none)).status);
    expect(seen.slice(-2)).toEqual([422, 429]);
  });
});

describe("a key that does not open", () => {
  it.each([
    ["is unknown", `icp_${"a".repeat(43)}`],
    ["is cut short", `icp_${"a".repeat(42)}`],
    ["is of another kind", "eyJhbGciOiJub25lIn0"],
    ["is empty", ""],
  ])("%s", async (_, token) => expect(await status(bearer(token))).toBe(401));

  it("is of another scheme, or there is none", async () => {
    const token = await tokenOf("fresh-unit");
    expect(await status({ ...JSON_TYPE, authorization: `Basic ${token}` })).toBe(401);
    expect(await status(JSON_TYPE)).toBe(401);
  });

  it("does not fall back on the cookie beside it", async () => {
    const headers = await browserHeaders(await sessionOf("fresh-unit"), JSON_TYPE);
    headers.set("authorization", `Bearer icp_${"a".repeat(43)}`);
    expect(await status(headers)).toBe(401);
  });

  it("is revoked", async () => {
    const token = await tokenOf("fresh-unit");
    const owner = await actor("fresh-unit");
    const list = await listOwnTokens(owner);
    const tokenId = list.ok ? (list.value[0]?.id ?? "") : "";
    expect(await revokeToken(await actor("filed"), { tokenId })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await status(bearer(token))).toBe(200);
    expect((await revokeToken(owner, { tokenId })).ok).toBe(true);
    expect(await status(bearer(token))).toBe(401);
    expect(await revokeToken(owner, { tokenId })).toMatchObject({ error: { code: "not_found" } });
  });

  it("has run out, to the day", async () => {
    const token = await tokenOf("fresh-unit", 30);
    system.advance(30 * DAY - 1);
    expect(await status(bearer(token))).toBe(200);
    system.advance(1);
    expect(await status(bearer(token))).toBe(401);
  });

  it("belongs to somebody who is blocked, has left the account, or lost the role", async () => {
    const { userId } = await actor("fresh-unit");
    const token = await tokenOf("fresh-unit");
    await withTransaction(async (tx) => {
      await tx.delete(t.accountMembers).where(eq(t.accountMembers.userId, userId));
    });
    expect(await status(bearer(token))).toBe(401);

    const staff = await tokenOf("reviewer-lin");
    const reviewer = await actor("reviewer-lin");
    await withTransaction(async (tx) => {
      await tx.delete(t.userRoles).where(eq(t.userRoles.userId, reviewer.userId));
    });
    expect(await status(bearer(staff))).toBe(403);
    const other = await tokenOf("filed");
    const blocked = await actor("filed");
    await withTransaction(async (tx) => {
      await tx.update(t.users).set({ status: "blocked" }).where(eq(t.users.id, blocked.userId));
    });
    expect(await status(bearer(other))).toBe(401);
  });

  it("is shown at a route that takes none", async () => {
    const run = async () => ok(null);
    const closed = defineRoute({ name: "test.no-token", capability: "order.edit.own", run });
    const answer = await closed(request(bearer(await tokenOf("fresh-unit"))), none);
    expect(answer.status).toBe(401);
  });
});

describe("keys", () => {
  it("are kept as hashes, and listed to their owner only", async () => {
    const token = await tokenOf("fresh-unit");
    expect(token).toMatch(/^icp_[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(await read().select().from(t.apiTokens))).not.toContain(token.slice(4));
    expect(JSON.stringify(await read().select().from(t.auditLog))).not.toContain(token.slice(4));
    expect(await listOwnTokens(await actor("filed"))).toEqual({ ok: true, value: [] });
    const mine = async () => {
      const list = await listOwnTokens(await actor("fresh-unit"));
      return list.ok ? list.value : [];
    };
    expect(await mine()).toMatchObject([{ name: "nightly", state: "active", lastUsedAt: null }]);
    await status(bearer(token));
    expect(await mine()).toMatchObject([{ lastUsedAt: NOW }]);
    system.advance(30 * DAY);
    expect(await mine()).toMatchObject([{ state: "expired" }]);
  });

  it("are at most twenty alive", async () => {
    for (let i = 0; i < 20; i += 1) await tokenOf("fresh-unit");
    expect(await createToken(await actor("fresh-unit"), { name: "one more", days: 30 })).toMatchObject({
      error: { reason: "token.too-many" },
    });
  });
});
