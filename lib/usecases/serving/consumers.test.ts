import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { ok } from "@/lib/filing/shared/result";
import { MINUTE, newWorld, type World } from "../testing";
import { createConsumer, listConsumers, revokeConsumer } from "./consumers";
import { askFeed } from "./testing";

let world: World;
let admin: Actor;
let token: string;
beforeEach(async () => {
  world = await newWorld();
  admin = await world.actor("admin");
  const made = await createConsumer(admin, { name: "gateway" });
  token = made.ok ? made.value.token : "";
});
afterEach(() => world.dispose());

const call = (query: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  askFeed(query, headers);

describe("who may ask", () => {
  it("is who shows a token that stands", async () => {
    for (const headers of [
      {},
      { authorization: "Bearer nonsense" },
      { authorization: `Bearer icp_${"x".repeat(43)}` },
      { authorization: `Basic ${token}` },
      { cookie: `token=${token}` },
    ] as Record<string, string>[]) {
      const response = await call("?domain=site1.com", headers);
      expect([response.status, await response.json()]).toEqual([
        401,
        { ok: false, error: { code: "unauthenticated" } },
      ]);
      // Before anything is read of the question.
      expect((await call("?nonsense=1", headers)).status).toBe(401);
    }
    const [consumer] = await consumers();
    expect(await revokeConsumer(admin, { consumerId: consumer?.id ?? "" })).toEqual(ok(null));
    expect((await call("?domain=site1.com")).status).toBe(401);
    expect(await revokeConsumer(admin, { consumerId: consumer?.id ?? "" })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  const consumers = async () => {
    const list = await listConsumers(admin);
    return list.ok ? list.value : [];
  };

  it("is noted, at most once a minute, and kept as a hash only", async () => {
    expect((await consumers())[0]).toMatchObject({ name: "gateway", lastUsedAt: null, revokedAt: null });
    await call("?domain=a.com");
    const first = (await consumers())[0]?.lastUsedAt;
    expect(first).toBe(world.system.now());
    world.system.advance(MINUTE - 1);
    await call("?domain=a.com");
    expect((await consumers())[0]?.lastUsedAt).toBe(first);
    world.system.advance(1);
    await call("?domain=a.com");
    expect((await consumers())[0]?.lastUsedAt).toBe(world.system.now());
    expect(JSON.stringify(await read().select().from(t.servingConsumers))).not.toContain(token.slice(4));
  });

  it("is one of twenty, made by administrators only, and audited without the token", async () => {
    const reviewer = await world.actor("reviewer-lin");
    expect(await createConsumer(reviewer, { name: "x" })).toMatchObject({ error: { code: "forbidden" } });
    expect(await listConsumers(reviewer)).toMatchObject({ error: { code: "forbidden" } });
    for (let n = 1; n < 20; n += 1) expect((await createConsumer(admin, { name: `g${n}` })).ok).toBe(true);
    expect(await createConsumer(admin, { name: "one more" })).toMatchObject({
      error: { code: "wrong_state", reason: "serving.too-many" },
    });
    await revokeConsumer(admin, { consumerId: (await consumers())[0]?.id ?? "" });
    expect((await createConsumer(admin, { name: "one more" })).ok).toBe(true);
    const audited = await read().select().from(t.auditLog);
    const ours = audited.filter(({ action }) => action.startsWith("serving."));
    expect(ours.length).toBe(22);
    expect(JSON.stringify(ours)).not.toContain("icp_");
  });

  it("is slowed down by itself, not by its neighbour", async () => {
    const other = await createConsumer(admin, { name: "second" });
    for (let n = 0; n < 600; n += 1) expect((await call("?after=MC4w")).status).toBe(200);
    const refused = await call("?after=MC4w");
    expect([refused.status, refused.headers.has("retry-after")]).toEqual([429, true]);
    const neighbour = other.ok ? { authorization: `Bearer ${other.value.token}` } : {};
    expect((await call("?after=MC4w", neighbour as Record<string, string>)).status).toBe(200);
  });
});
