import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { setTestClocks } from "@/lib/clock/testing";
import type { HandoverFact } from "@/lib/filing/handover/records";
import { evolve } from "@/lib/filing/lifecycle/evolve";
import { newDataKey } from "@/lib/secrets";
import { gateway } from ".";
import { loadAtDesk, recordFact } from "./manual/desk";
import { LEAD, noticeTypes, OTHER_LEAD, payloadOf } from "./testing";

const START = Date.parse("2026-11-23T10:00:00+08:00");
let data: TestDatabase;
afterEach(() => data.dispose());

/** Orders as the database wants them: only their ids and keys matter to a gateway. */
async function makeOrders(): Promise<void> {
  const [account] = await read().select().from(t.accounts).limit(1);
  const [user] = await read().select().from(t.users).limit(1);
  if (account === undefined || user === undefined) throw new Error("no persona");
  for (const n of [1, 2, 3, 4]) {
    const id = `order-${n}`;
    const created = {
      type: "created",
      orderType: "FIRST_FILING",
      province: "110000",
      accountId: account.id,
    } as const;
    await withTransaction(async (tx) => {
      await tx.insert(t.orders).values({
        ...{ id, number: `B${n}`, accountId: account.id, type: "FIRST_FILING", state: "READY_FOR_AUTHORITY" },
        snapshot: evolve(null, created, { id, at: START }),
        ...{ version: 1, since: START, createdAt: START, createdBy: user.id },
        wrappedKey: newDataKey().wrapped,
      });
    });
  }
}

/** Staff write down that the authority's text messages went out. */
async function startByHand(sequence: number): Promise<void> {
  const [user] = await read().select().from(t.users).where(eq(t.users.persona, "reviewer-lin"));
  const by = { userId: user?.id ?? "", via: "form", at: START } as const;
  const facts: readonly HandoverFact[] = [{ type: "downloaded" }, { type: "sent" }, { type: "smsStarted" }];
  for (const fact of facts) {
    await withTransaction(async (tx) => {
      const desk = await loadAtDesk(tx, sequence);
      if (!desk.ok) throw new Error(desk.error.code);
      const done = await recordFact(tx, desk.value, fact, by);
      if (!done.ok) throw new Error(done.error.reason);
    });
  }
}

const GATEWAYS = [
  {
    name: "sandbox",
    prepare: () => Promise.resolve(),
    started: (_sequence: number) => Promise.resolve(),
    files: ["authority.db", "authority.db-wal"],
    unasked: [],
  },
  {
    name: "manual",
    prepare: async () => {
      await seedPersonas();
      await makeOrders();
    },
    started: startByHand,
    files: ["icp.db", "icp.db-wal"],
    unasked: [{ kind: "cert" }, { kind: "domain", domain: "qinghe-books.cn" }],
  },
] as const;

describe.each(GATEWAYS)("the $name gateway", ({ name, prepare, started, files, unasked }) => {
  beforeEach(async () => {
    data = freshDatabase({ ICP_GATEWAY: name });
    setTestClocks(START);
    await prepare();
  });

  it("accepts the next number, calls the same one a duplicate, and refuses a gap", async () => {
    expect(await gateway().submit(2, payloadOf())).toEqual({ kind: "refused", code: "sequence_gap" });
    expect(await gateway().submit(1, payloadOf())).toEqual({ kind: "accepted" });
    expect(await gateway().submit(1, payloadOf())).toEqual({ kind: "duplicate" });
    const later = payloadOf({ orderId: "order-2" });
    expect(await gateway().submit(3, later)).toMatchObject({ code: "sequence_gap" });
    await started(1);
    expect(await gateway().submit(1, payloadOf())).toEqual({ kind: "duplicate" });
    expect(await noticeTypes()).toEqual(["smsStarted"]);
  });

  it("gives one answer to ten deliveries of the same submission at once", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => gateway().submit(1, payloadOf())));
    expect(answers.filter((answer) => answer.kind === "accepted")).toHaveLength(1);
    expect(answers.filter((answer) => answer.kind === "duplicate")).toHaveLength(9);
    await started(1);
    expect(await noticeTypes()).toEqual(["smsStarted"]);
  });

  it("does not take a number for another order", async () => {
    await gateway().submit(1, payloadOf());
    expect(await gateway().submit(1, payloadOf({ orderId: "order-2" }))).toEqual({
      kind: "refused",
      code: "sequence_reused",
    });
  });

  it("refuses an organiser or a domain in flight with another order, the same way every time", async () => {
    await gateway().submit(1, payloadOf());
    const sameOrganiser = payloadOf({ orderId: "order-2", domains: ["other.cn"] });
    const sameDomain = payloadOf({
      orderId: "order-3",
      certNo: "91110000MA01OTHER1",
      domains: ["QINGHE-books.cn"],
    });
    for (let tries = 0; tries < 2; tries++) {
      expect(await gateway().submit(2, sameOrganiser)).toEqual({
        kind: "refused",
        code: "ORGANIZER_CONFLICT",
      });
    }
    expect(await gateway().submit(3, sameDomain)).toEqual({ kind: "refused", code: "DOMAIN_CONFLICT" });
    const fourth = payloadOf({ orderId: "order-4", certNo: "X4", domains: ["x4.cn"] });
    expect(await gateway().submit(4, fourth)).toEqual({ kind: "accepted" });
  });

  it.each([
    ["PROVINCE_UNKNOWN", payloadOf({ province: "990000" })],
    ["LEAD_MISSING", payloadOf({ smsTo: [] })],
    ["LEAD_MISSING", payloadOf({ orderType: "CANCEL_ENTITY", smsTo: [] })],
    ["ORGANIZER_NOT_FILED", payloadOf({ orderType: "CANCEL_ENTITY" })],
  ])("refuses with %s", async (code, payload) => {
    expect(await gateway().submit(1, payload)).toEqual({ kind: "refused", code });
    expect(await noticeTypes()).toEqual([]);
  });

  it("lets a new submission of the order replace the one still waiting", async () => {
    await gateway().submit(1, payloadOf());
    await started(1);
    expect(await gateway().submit(2, payloadOf())).toEqual({ kind: "accepted" });
    await started(2);
    const notices = await gateway().poll(0);
    expect(notices.map((notice) => [notice.sequence, notice.body.type])).toEqual([
      [1, "smsStarted"],
      [2, "smsStarted"],
    ]);
  });

  it("writes nothing personal in the clear", async () => {
    const leads = [LEAD, OTHER_LEAD];
    await gateway().submit(
      1,
      payloadOf({ nature: 5, name: "欧阳测试", domains: ["only-here.cn"], smsTo: leads }),
    );
    await started(1);
    const bytes = files.map((file) => readFileSync(join(data.dataDir, file)).toString("utf8")).join("");
    for (const secret of ["欧阳测试", LEAD.phone, LEAD.name, "91110000MA01TEST0X", OTHER_LEAD.phone])
      expect(bytes.includes(secret), secret).toBe(false);
  });

  it("offers notices in order, again until they are acknowledged, and never past the limit", async () => {
    await gateway().submit(1, payloadOf());
    await gateway().submit(2, payloadOf({ orderId: "order-2", certNo: "X2", domains: ["x2.cn"] }));
    await started(1);
    await started(2);
    const first = await gateway().poll(0);
    expect(first.map((notice) => notice.number)).toEqual([1, 2]);
    expect(await gateway().poll(0)).toEqual(first);
    expect(await gateway().poll(0, 1)).toHaveLength(1);
    expect(await gateway().poll(1)).toHaveLength(1);
    await gateway().ack(1);
    expect((await gateway().poll(0)).map((notice) => notice.number)).toEqual([2]);
    await gateway().ack(99);
    await gateway().ack(1);
    expect(await gateway().poll(0)).toEqual([]);
    await gateway().submit(3, payloadOf({ orderId: "order-3", certNo: "X3", domains: ["x3.cn"] }));
    await started(3);
    expect(await noticeTypes()).toEqual(["smsStarted"]);
  });

  it("names the leads in smsStarted and nothing more of them", async () => {
    await gateway().submit(1, payloadOf({ smsTo: [LEAD, OTHER_LEAD] }));
    await started(1);
    expect(await gateway().poll(0)).toEqual([
      {
        number: 1,
        at: START,
        orderId: "order-1",
        sequence: 1,
        body: { type: "smsStarted", required: [LEAD.personId, OTHER_LEAD.personId] },
      },
    ]);
  });

  it("knows nothing of a newcomer, and sees what is in flight", async () => {
    const by = { certNo: "91110000ma01test0x ", domains: ["Qinghe-Books.cn"] };
    const unfiled = { filed: "no", inFlight: false, number: null, app: false, blacklisted: false };
    const nothing = { filed: false, number: null, shell: false, inFlight: false, blacklisted: false };
    const blacklistedNames: string[] = [];
    expect(await gateway().lookUp(by)).toEqual({
      entity: nothing,
      domains: { "qinghe-books.cn": unfiled },
      ...{ blacklistedNames, contents: null },
    });
    expect(await gateway().unasked(by)).toEqual(unasked);
    await gateway().submit(1, payloadOf());
    expect(await gateway().lookUp(by)).toEqual({
      entity: { ...nothing, inFlight: true },
      domains: { "qinghe-books.cn": { ...unfiled, inFlight: true } },
      ...{ blacklistedNames, contents: null },
    });
    expect(await gateway().lookUp({ domains: [] })).toEqual({
      ...{ entity: null, domains: {}, blacklistedNames, contents: null },
    });
    expect(await gateway().unasked({ domains: [] })).toEqual([]);
  });
});
