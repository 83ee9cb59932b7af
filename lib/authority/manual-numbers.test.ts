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
import { approved, ENTITY, ONE, site, TWO } from "@/lib/filing/registry/testing";
import type { RegistryEvent } from "@/lib/filing/registry/types";
import { validEnterprise } from "@/lib/filing/testing/fixtures";
import { newDataKey } from "@/lib/secrets";
import { changeRegistry } from "@/lib/usecases/registry/change-registry";
import { heldByNumber } from "@/lib/usecases/registry/held";
import { gateway } from ".";
import { loadAtDesk, recordFact } from "./manual/desk";
import { type Given, LEAD, payloadOf } from "./testing";

const START = Date.parse("2026-11-23T10:00:00+08:00");
const { certNo = "" } = validEnterprise().entity;
const ELSEWHERE = "京ICP备2019000005号";
let data: TestDatabase;
let accounts: readonly string[];
let orders = 0;
beforeEach(async () => {
  data = freshDatabase({ ICP_GATEWAY: "manual" });
  setTestClocks(START);
  orders = 0;
  await seedPersonas();
  accounts = (await read().select({ id: t.accounts.id }).from(t.accounts)).map(({ id }) => id);
});
afterEach(() => data.dispose());

/** What this console has in its register already. */
const filedHere = (event: RegistryEvent, accountId = accounts[0] ?? "") =>
  withTransaction(async (tx) => {
    const number = event.type === "approved" ? event.entityNumber : ENTITY;
    const cause = { orderId: `filed-${event.type}`, notice: null, accountId, at: START };
    await changeRegistry(tx, await heldByNumber(tx, number), event, cause);
    return { ok: true, value: null };
  });

async function makeOrder(accountId: string, orderType: NonNullable<Given["orderType"]>): Promise<string> {
  orders += 1;
  const id = `order-${orders}`;
  const [user] = await read().select().from(t.users).limit(1);
  const created = { type: "created", orderType, province: "110000", accountId } as const;
  await withTransaction(async (tx) => ({
    ok: true,
    value: await tx.insert(t.orders).values({
      ...{ id, number: `B${orders}`, accountId, type: orderType, state: "READY_FOR_AUTHORITY" },
      snapshot: evolve(null, created, { id, at: START }),
      ...{ version: 1, since: START, createdAt: START, createdBy: user?.id ?? "" },
      wrappedKey: newDataKey().wrapped,
    }),
  }));
  return id;
}

/** Staff keyed it in and record an approval with these numbers; answers what stands against them. */
async function approve(
  given: Given & { readonly orderType: NonNullable<Given["orderType"]> },
  entityNumber: string,
  numbers: readonly string[],
): Promise<unknown> {
  const orderId = await makeOrder(accounts[0] ?? "", given.orderType);
  const payload = payloadOf({ certNo, orderId, ...given });
  expect(await gateway().submit(orders, payload)).toEqual({ kind: "accepted" });
  const [user] = await read().select().from(t.users).where(eq(t.users.persona, "reviewer-lin"));
  const by = { userId: user?.id ?? "", via: "form", at: START } as const;
  const services = Object.fromEntries(
    payload.application.services.map(({ id }, i) => [id, numbers[i] ?? ""]),
  );
  const facts: readonly HandoverFact[] = [
    ...[{ type: "downloaded" }, { type: "sent" }, { type: "smsStarted" }].map((one) => one as HandoverFact),
    { type: "smsDone", personId: LEAD.personId },
    { type: "approved", entityNumber, services },
  ];
  const sequence = orders;
  const record = (fact: HandoverFact) =>
    withTransaction(async (tx) => {
      const desk = await loadAtDesk(tx, sequence);
      return desk.ok ? recordFact(tx, desk.value, fact, by) : desk;
    });
  for (const fact of facts) {
    const done = await record(fact);
    if (done.ok) continue;
    // The organiser's next submission is not to wait for this one.
    await record({ type: "rejected", items: [{ code: "DOMAIN_CONFLICT", target: "order", text: null }] });
    return done.error.fields ?? done.error.code;
  }
  return "recorded";
}
const taken = (path: string) => [{ path, reason: "handover.number-taken" }];

describe("numbers that exist are right where they are kept", () => {
  it("access of what another provider filed, and once more after it ended here", async () => {
    const access = {
      orderType: "ACCESS_FILING",
      recordNumber: ELSEWHERE,
      numbers: [`${ELSEWHERE}-1`],
    } as const;
    expect(await approve(access, ELSEWHERE, [`${ELSEWHERE}-1`])).toBe("recorded");
    const again = { ...access, orderType: "ACCESS_SERVICE" } as const;
    expect(await approve(again, ELSEWHERE, [`${ELSEWHERE}-1`])).toBe("recorded");
    expect(await approve(again, ELSEWHERE, [`${ELSEWHERE}-2`])).toEqual([
      { path: "services.svc_web0", reason: "handover.number-kept" },
    ]);
    expect(await approve(again, "京ICP备2019000006号", [`${ELSEWHERE}-1`])).toEqual(
      expect.arrayContaining([{ path: "entityNumber", reason: "handover.number-other-entity" }]),
    );
  });

  it("a new service below a record made elsewhere, and never one below it that is there", async () => {
    const added = { orderType: "NEW_SERVICE_FOREIGN", recordNumber: ELSEWHERE, domains: ["new.cn"] } as const;
    expect(await approve(added, ELSEWHERE, [`${ELSEWHERE}-4`])).toBe("recorded");
    const more = { ...added, domains: ["more.cn"] } as const;
    expect(await approve(more, ELSEWHERE, [`${ELSEWHERE}-4`])).toEqual(taken("services.svc_web0"));
    expect(await approve(more, ELSEWHERE, [`${ELSEWHERE}-5`])).toBe("recorded");
  });

  it("a change of what is filed here", async () => {
    await filedHere(approved("FIRST_FILING", [[ONE, site(1)]]));
    const change = { orderType: "CHANGE_SERVICE", domains: ["site1.com"], numbers: [ONE] } as const;
    expect(await approve(change, ENTITY, [ONE])).toBe("recorded");
    const added = { orderType: "NEW_SERVICE_LOCAL", domains: ["site2.com"] } as const;
    expect(await approve(added, ENTITY, [ONE])).toEqual(taken("services.svc_web0"));
    expect(await approve(added, ENTITY, [TWO])).toBe("recorded");
  });
});

describe("and wrong everywhere else", () => {
  it("somebody else's", async () => {
    await filedHere(approved("FIRST_FILING", [[ONE, site(1)]]), accounts[1]);
    const access = { orderType: "ACCESS_FILING", certNo: "X9", domains: ["x9.cn"], numbers: [ONE] } as const;
    expect(await approve({ ...access, recordNumber: ENTITY }, ENTITY, [ONE])).toEqual([
      ...taken("entityNumber"),
      ...taken("services.svc_web0"),
    ]);
  });

  it("of what was cancelled", async () => {
    await filedHere(
      approved("FIRST_FILING", [
        [ONE, site(1)],
        [TWO, site(2)],
      ]),
    );
    await filedHere({ type: "struck", numbers: [ONE] });
    const access = { orderType: "ACCESS_SERVICE", domains: ["site1.com"], numbers: [ONE] } as const;
    expect(await approve(access, ENTITY, [ONE])).toEqual(taken("services.svc_web0"));
  });
});
