import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { NoticeBody } from "@/lib/authority/gateway";
import { notify } from "@/lib/authority/sandbox/notices";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { approveSubmission } from "@/lib/authority/sandbox/usecases/decide";
import { verifyBySms } from "@/lib/boot/seed/situations-staff";
import { ok } from "@/lib/filing/shared/result";
import { listFilings } from "../orders/list-filings";
import { audited, MINUTE, newWorld, orderNow, SECOND_SITE, SITE, type World } from "../testing";

let world: World;
let filed: Awaited<ReturnType<typeof file>>;
beforeEach(async () => {
  world = await newWorld();
  filed = await file();
});
afterEach(() => world.dispose());

/** Two websites of one organiser, approved; the first one's message of it is not what is tested. */
async function file() {
  const { orderId, seed } = await world.approved("fresh-unit", SITE, SECOND_SITE);
  await world.pass(10 * MINUTE);
  await world.pass(5_000);
  await verifyBySms(seed.lead);
  if (seed.second) await verifyBySms(seed.second);
  await approveSubmission(await world.actor("officer"), { sequence: 1, version: 1 });
  await world.pass(5_000);
  const { filing } = (await orderNow(orderId)).snapshot;
  if (filing === null) throw new Error("not approved");
  return { orderId, entity: filing.entityNumber, services: Object.values(filing.services).toSorted() };
}

/** The authority says something nobody asked for. */
async function say(body: NoticeBody): Promise<void> {
  await inStore(async (tx) => ok(await notify(tx, null, body, world.clock.now())));
  await world.pass(5_000);
}
const filings = async () => {
  const found = await listFilings(await world.actor("fresh-unit"));
  if (!found.ok) throw new Error("refused");
  return found.value.map(({ number, ended, services }) => ({
    number,
    ended,
    services: services.map((service) => [service.number, service.ended]),
  }));
};
const told = async (event: string) =>
  (await read().select().from(t.notifications)).filter((one) => one.event === event);
const recorded = async (object: string) =>
  (await audited(object)).filter(({ action }) => action.startsWith("authority.notice"));
const living = async () => (await read().select().from(t.accesses)).filter(({ endedAt }) => endedAt === null);

describe("a notice nobody asked for", () => {
  it("that cancels one service ends it and its access, and nothing else", async () => {
    const [first = "", second = ""] = filed.services;
    await say({ type: "cancelled", numbers: [second] });
    expect(await filings()).toEqual([
      {
        number: filed.entity,
        ended: false,
        services: [
          [first, false],
          [second, true],
        ],
      },
    ]);
    expect(await living()).toHaveLength(1);
    expect(await told("filing_cancelled")).toMatchObject([
      { orderId: filed.orderId, params: { filingNumber: second, count: 1 } },
    ]);
    expect(await recorded(filed.orderId)).toMatchObject([
      { action: "authority.notice-taken", outcome: "done", data: { type: "cancelled", filing: second } },
    ]);
  });

  it("that cancels the record ends whatever stands below it, and tells it once", async () => {
    await say({ type: "cancelled", numbers: [filed.entity, ...filed.services] });
    expect(await filings()).toEqual([
      { number: filed.entity, ended: true, services: filed.services.map((number) => [number, true]) },
    ]);
    expect(await living()).toEqual([]);
    expect(await told("filing_cancelled")).toMatchObject([
      { params: { filingNumber: filed.entity, count: 3 } },
    ]);
    const messages = (await read().select().from(t.outbox)).filter(({ topic }) => topic === "notify");
    expect(messages.filter(({ doneAt }) => doneAt === null)).toEqual([]);
  });

  it("that names the record alone ends its services, too", async () => {
    await say({ type: "cancelled", numbers: [filed.entity] });
    expect(await living()).toEqual([]);
    expect((await filings())[0]?.services.map(([, ended]) => ended)).toEqual([true, true]);
  });

  it("of a conflict changes nothing, and is told and recorded", async () => {
    const before = await filings();
    await say({ type: "conflict", code: "DOMAIN_CONFLICT", target: filed.services[0] ?? "" });
    expect(await filings()).toEqual(before);
    expect(await told("filing_conflict")).toMatchObject([
      { orderId: filed.orderId, params: { filingNumber: filed.services[0], code: "DOMAIN_CONFLICT" } },
    ]);
    expect(await recorded(filed.orderId)).toMatchObject([{ data: { type: "conflict" } }]);
  });

  it("about numbers filed elsewhere, or ended before, is noted and stops nothing", async () => {
    await say({ type: "cancelled", numbers: ["沪ICP备2026000001号"] });
    await say({ type: "cancelled", numbers: [filed.entity] });
    await say({ type: "cancelled", numbers: [filed.entity] });
    expect(await told("filing_cancelled")).toHaveLength(1);
    const rows = await read().select().from(t.auditLog);
    expect(rows.filter(({ action }) => action === "authority.notice-passed-over")).toHaveLength(2);
  });
});
