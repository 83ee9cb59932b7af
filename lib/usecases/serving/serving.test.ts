import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { SMOOTH, storeTraffic } from "@/lib/authority/sandbox/traffic";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { Actor } from "@/lib/filing/access";
import { app, approved, ENTITY, numberOf, ONE, site, TWO } from "@/lib/filing/registry/testing";
import type { RegistryEvent } from "@/lib/filing/registry/types";
import { type Cursor, cursorText } from "@/lib/filing/serving/cursor";
import { ServingFeed } from "@/lib/filing/serving/feed";
import { ok } from "@/lib/filing/shared/result";
import { changeRegistry } from "../registry/change-registry";
import { heldByNumber } from "../registry/held";
import { DAY, MINUTE, newWorld, type World } from "../testing";
import { createConsumer } from "./consumers";
import { askFeed } from "./testing";

let world: World;
let admin: Actor;
let accountId: string;
let token: string;
beforeEach(async () => {
  world = await newWorld();
  admin = await world.actor("admin");
  accountId = (await world.actor("fresh-unit")).accountId ?? "";
  const made = await createConsumer(admin, { name: "gateway" });
  token = made.ok ? made.value.token : "";
});
afterEach(() => world.dispose());

/** The authority's word, now. */
async function say(event: RegistryEvent): Promise<void> {
  await withTransaction(async (tx) => {
    const struck = event.type !== "approved";
    const cause = {
      ...{ at: world.clock.now(), notice: struck ? 7 : null },
      ...{ orderId: struck ? null : "order-1", accountId: struck ? null : accountId },
    };
    return ok(await changeRegistry(tx, await heldByNumber(tx, ENTITY), event, cause));
  });
}
const file = () => say(approved("FIRST_FILING", [[ONE, site(1)]]));

const call = (query: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  askFeed(query, headers);
interface Answer {
  readonly domain: string;
  readonly served: boolean;
  readonly since: string | null;
  readonly reason: string | null;
}
/** The body of a good answer, which is what the published schema says. */
async function get(query: string) {
  const response = await call(query);
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(ServingFeed.safeParse(body).error).toBeUndefined();
  return body as { domains: Answer[]; changes: Answer[]; cursor: string; more: boolean };
}
const reasons = async (...domains: string[]) => {
  const { domains: answers } = await get(
    `?${domains.map((one) => `domain=${encodeURIComponent(one)}`).join("&")}`,
  );
  return answers.map(({ domain, served, reason }) => `${domain} ${served ? "served" : reason}`);
};

describe("one domain, or many", () => {
  it("flips with approval, lag, cancelled access and cancellation", async () => {
    expect(await reasons("site1.com")).toEqual(["site1.com not-filed"]);
    await file();
    expect(await reasons("site1.com")).toEqual(["site1.com in-lag"]);
    world.clock.advance(30 * MINUTE - 1);
    expect(await reasons("site1.com")).toEqual(["site1.com in-lag"]);
    world.clock.advance(1);
    expect(await reasons("site1.com", "WWW.site1.com.", "other.com")).toEqual([
      ...["site1.com served", "www.site1.com served", "other.com not-filed"],
    ]);
    await say(approved("CANCEL_ACCESS", [[ONE, site(1)]]));
    expect(await reasons("site1.com")).toEqual(["site1.com not-accessed-here"]);
    await say({ type: "struck", numbers: [ENTITY] });
    expect(await reasons("site1.com")).toEqual(["site1.com ended"]);
  });

  it("is the same name however it is written", async () => {
    await say(approved("FIRST_FILING", [[ONE, site(1, { domain: "青禾样例.中国" })]]));
    world.clock.advance(DAY);
    const both = await reasons("青禾样例.中国", "www.青禾样例.中国");
    expect(both[0]).toMatch(/^xn--[a-z0-9]+\.xn--fiqs8s served$/);
    expect(both[1]).toBe(`www.${both[0]}`);
    expect(await reasons(both[0]?.split(" ")[0] ?? "")).toEqual([both[0]]);
  });

  it("says what it never knew: free, filed with another provider, or nobody can say", async () => {
    const seed = world.seedOf("filed");
    await world.approved(seed);
    await world.pass(11 * MINUTE);
    await verifyBySms(seed.lead);
    await world.pass(DAY);
    await approveAtDesk(await world.actor("officer"), seed.account.realName);
    await world.pass(5_000);
    const domain = seed.domains[0] ?? "";
    expect(await reasons(domain)).toEqual([`${domain} in-lag`]);
    // The register of a provider who had no part in it.
    await withTransaction(async (tx) => {
      await tx.delete(t.serviceDomains);
      return ok(null);
    });
    expect(await reasons(`www.${domain}`, "free.com")).toEqual([
      ...[`www.${domain} filed-elsewhere`, "free.com not-filed"],
    ]);
    await inStore(async (tx) => ok(await storeTraffic(tx, { ...SMOOTH, down: 100 })));
    expect(await reasons(domain)).toEqual([`${domain} not-known-here`]);
  });

  it("tells nobody anything of a person", async () => {
    await file();
    const text = await (await call("?domain=site1.com")).text();
    expect(Object.keys(JSON.parse(text).domains[0])).toEqual(["domain", "served", "reason", "since", "from"]);
  });

  it.each([
    ["?domain=", "domain.0"],
    ["?domain=site1.com&domain=1.2.3.4", "domain.1"],
    ["?domain=a.com&after=x", ""],
    ["?after=x", "after.0"],
    ["?after=MC4w&after=MC4w", "after"],
    ["?since=1", ""],
    [`?${"domain=a.com&".repeat(101)}`, "domain"],
  ])("refuses %s by the place that is wrong", async (query, path) => {
    const response = await call(query);
    expect(response.status).toBe(422);
    expect((await response.json()).error.fields[0].path).toBe(path);
  });

  it("takes a hundred at once", async () => {
    expect((await reasons(...Array.from({ length: 100 }, (_, i) => `d${i}.com`))).length).toBe(100);
  });
});

describe("what changed", () => {
  const told = ({ changes }: { changes: Answer[] }) =>
    changes.map(({ domain, served, reason }) => `${domain} ${served ? "served" : reason}`);

  it("is everything at first, then what moved, also by time alone; and the same cursor while nothing does", async () => {
    await file();
    const first = await get("");
    expect([told(first), first.more]).toEqual([["site1.com in-lag"], false]);
    world.clock.advance(29 * MINUTE);
    const still = await get(`?after=${first.cursor}`);
    expect([told(still), still.cursor]).toEqual([[], first.cursor]);
    world.clock.advance(MINUTE);
    const open = await get(`?after=${still.cursor}`);
    expect(told(open)).toEqual(["site1.com served"]);
    world.clock.advance(40 * DAY);
    const quiet = await get(`?after=${open.cursor}`);
    expect([told(quiet), quiet.cursor]).toEqual([[], open.cursor]);
    await say(approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]]));
    await say(approved("CANCEL_ACCESS", [[ONE, site(1)]]));
    const last = await get(`?after=${quiet.cursor}`);
    expect(told(last)).toEqual(["site2.com in-lag", "site1.com not-accessed-here"]);
    await say({ type: "struck", numbers: [TWO] });
    expect(told(await get(`?after=${last.cursor}`))).toEqual(["site2.com ended"]);
    // Who begins anew is told of each once.
    expect(told(await get(""))).toEqual(["site1.com not-accessed-here", "site2.com ended"]);
  });

  it("comes in pages, and loses nothing between them", async () => {
    const domains = Array.from({ length: 60 }, (_, i) => ({
      id: `dom_${String(i).padStart(4, "0")}`,
      domain: `d${i}.com`,
    }));
    for (let n = 1; n <= 10; n += 1) {
      const named = domains.map(({ id, domain }) => ({ id, domain: `n${n}${domain}` }));
      const number = numberOf(n, "APP");
      await say(
        approved(n === 1 ? "FIRST_FILING" : "NEW_SERVICE_LOCAL", [
          [number, app(n % 10, { id: `svc_appl${n}0`, domains: named })],
        ]),
      );
    }
    const one = await get("");
    expect([one.changes.length, one.more]).toEqual([500, true]);
    world.clock.advance(31 * MINUTE);
    const two = await get(`?after=${one.cursor}`);
    expect(two.more).toBe(false);
    // The second page, and those of the first that opened meanwhile.
    expect(new Set(two.changes.map(({ domain }) => domain)).size).toBe(600);
    expect(two.changes.every(({ served }) => served)).toBe(true);
  });

  it("looks at a page of lags an answer, however old the cursor is, and loses none between them", async () => {
    const lined = 1100;
    await withTransaction(async (tx) => {
      const now = world.clock.now();
      for (let n = 0; n < lined; n += 1)
        await tx.insert(t.servingChanges).values({ domain: `l${n}.com`, at: now });
      return ok(null);
    });
    await file();
    // Everything was read long ago, says the cursor: nothing is new but lags that ran out since.
    const seq = lined + 1;
    const old = cursorText({ seq, at: world.clock.now() - DAY });
    world.clock.advance(40 * MINUTE);
    const answers = [await get(`?after=${old}`)];
    while (answers.at(-1)?.more) answers.push(await get(`?after=${answers.at(-1)?.cursor}`));
    expect(answers.map(told)).toEqual([[], [], ["site1.com served"]]);
    expect(answers.at(-1)?.cursor).toBe(cursorText({ seq, at: world.clock.now() }));
  });

  it("refuses a cursor that was never given here", async () => {
    await file();
    const now = world.clock.now();
    const status = async (cursor: Cursor) => (await call(`?after=${cursorText(cursor)}`)).status;
    expect(await status({ seq: 1, at: now })).toBe(200);
    expect(await status({ seq: 2, at: now })).toBe(422);
    expect(await status({ seq: 1, at: now + 1 })).toBe(422);
    expect(await status({ seq: 1, at: now, looking: { line: 1, until: now } })).toBe(200);
    expect(await status({ seq: 1, at: now, looking: { line: 2, until: now } })).toBe(422);
    expect(await status({ seq: 1, at: now, looking: { line: 1, until: now + 1 } })).toBe(422);
    expect(await status({ seq: 1, at: now, looking: { line: 1, until: now - 1 } })).toBe(422);
  });

  it("has a line for every change of the register that moves a domain", async () => {
    await file();
    await say({ type: "struck", numbers: [ONE] });
    const lines = await read().select().from(t.servingChanges);
    const history = await read()
      .select()
      .from(t.registryHistory)
      .where(eq(t.registryHistory.change, "domain_ended"));
    expect(lines.map(({ domain }) => domain)).toEqual(["site1.com", "site1.com"]);
    expect(history.length).toBe(1);
  });
});

describe("who has the answer already", () => {
  it("is told 304 until it is another one", async () => {
    await file();
    const first = await call("?domain=site1.com");
    const tag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    const headers = { authorization: `Bearer ${token}`, "if-none-match": `"x", W/${tag}` };
    const again = await call("?domain=site1.com", headers);
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
    world.clock.advance(30 * MINUTE);
    expect((await call("?domain=site1.com", headers)).status).toBe(200);
  });
});
