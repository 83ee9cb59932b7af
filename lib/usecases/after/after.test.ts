import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { orderIn } from "@/lib/filing/lifecycle/testing";
import { app, approved, numberOf, site } from "@/lib/filing/registry/testing";
import { ok } from "@/lib/filing/shared/result";
import { validEnterprise } from "@/lib/filing/testing/fixtures";
import { changeRegistry } from "../registry/change-registry";
import { heldByNumber } from "../registry/held";
import { DAY, newWorld, type World } from "../testing";
import { getAfter } from "./get-after";
import { tickTask } from "./tick-task";

let world: World;
let owner: Actor;
beforeEach(async () => {
  world = await newWorld();
  owner = await world.actor("fresh-unit");
});
afterEach(() => world.dispose());

/** A website and an APP of a unit, approved for an order of this type. */
async function filed(orderType: "FIRST_FILING" | "ACCESS_FILING" = "FIRST_FILING", province = "320000") {
  const orderId = "order-1";
  const accountId = owner.accountId ?? "";
  const entity = { ...validEnterprise().entity, province, name: "甲<b>公司" };
  const event = approved(
    orderType,
    [
      [numberOf(1), site(1)],
      [numberOf(2, "APP"), app(2)],
    ],
    { entity },
  );
  await withTransaction(async (tx) => {
    await tx.insert(t.orders).values({
      ...{ id: orderId, number: "B2611230099", accountId, type: orderType, state: "APPROVED" },
      ...{ version: 1, createdAt: 0, createdBy: owner.userId, since: 0 },
      snapshot: orderIn("APPROVED", { id: orderId, accountId, type: orderType }),
    });
    const cause = { orderId, notice: null, accountId, at: world.clock.now() };
    return ok(await changeRegistry(tx, await heldByNumber(tx, event.entityNumber), event, cause));
  });
  const rows = await read().select().from(t.services);
  const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? "";
  return { site: idOf("WEBSITE"), app: idOf("APP") };
}
async function view(serviceId: string, pointing: "one" | "direct" = "one") {
  const found = await getAfter(owner, { serviceId, pointing });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}
const marks = async (serviceId: string) =>
  (await view(serviceId)).tasks.map(({ id, doneAt }) => `${id}${doneAt === null ? "" : " done"}`);

describe("what is left to do for a filed service", () => {
  it("is told with the number, the line of the province and what to copy", async () => {
    const { site: id, app: appId } = await filed();
    expect(await view(id)).toMatchObject({
      ...{ number: numberOf(1), asksPointing: true, ended: false },
      footer: { which: "service", line: "甲<b>公司版权所有" },
      snippet: expect.stringContaining("甲&lt;b&gt;公司版权所有 <a href="),
      lagMinutes: [10, 30],
    });
    expect((await view(id, "direct")).footer.which).toBe("entity");
    expect(await marks(id)).toEqual(["footer-number", "copyright-line", "public-security"]);
    expect(await view(appId)).toMatchObject({
      snippet: `ICP备案号：${numberOf(2, "APP")}\nhttps://beian.miit.gov.cn/`,
      asksPointing: false,
    });
  });

  it("is the access at the old provider, of what came from there", async () => {
    const { site: id } = await filed("ACCESS_FILING", "110000");
    expect(await marks(id)).toEqual(["footer-number", "cancel-old-access"]);
  });

  it("is never the old access once this provider serves it no more: the filing would go with it", async () => {
    const { site: id } = await filed("ACCESS_FILING", "110000");
    await withTransaction(async (tx) => {
      const event = approved("CANCEL_ACCESS", [[numberOf(1), site(1)]]);
      const cause = { orderId: "order-2", notice: null, accountId: owner.accountId, at: world.clock.now() };
      return ok(await changeRegistry(tx, await heldByNumber(tx, event.entityNumber), event, cause));
    });
    expect(await marks(id)).toEqual(["footer-number"]);
    const tick = { serviceId: id, task: "cancel-old-access", done: true } as const;
    expect(await tickTask(owner, tick)).toMatchObject({ error: { code: "stale" } });
  });

  it("is ticked, once, and unticked; every change audited by service and task", async () => {
    const { site: id } = await filed();
    const tick = (done: boolean) => tickTask(owner, { serviceId: id, task: "public-security", done });
    expect(await tick(false)).toEqual(ok(null));
    expect(await tick(true)).toEqual(ok(null));
    const first = (await read().select().from(t.afterTasks))[0]?.doneAt;
    world.clock.advance(DAY);
    expect(await tick(true)).toEqual(ok(null));
    expect((await read().select().from(t.afterTasks)).map(({ doneAt }) => doneAt)).toEqual([first]);
    expect(await marks(id)).toEqual(["footer-number", "copyright-line", "public-security done"]);
    expect(await tick(false)).toEqual(ok(null));
    expect(await marks(id)).toEqual(["footer-number", "copyright-line", "public-security"]);
    const audited = await read().select().from(t.auditLog).where(eq(t.auditLog.object, id));
    expect(audited.map(({ action, data }) => [action, data])).toEqual([
      ["filing.task.done", { task: "public-security" }],
      ["filing.task.undone", { task: "public-security" }],
    ]);
  });

  it("is ticked by many at once, and done once", async () => {
    const { site: id } = await filed();
    const one = () => tickTask(owner, { serviceId: id, task: "footer-number", done: true });
    expect((await Promise.all([one(), one(), one()])).every(({ ok: good }) => good)).toBe(true);
    expect(await read().select().from(t.auditLog).where(eq(t.auditLog.object, id))).toHaveLength(1);
  });

  it("is nobody else's, and nothing that is not on its list", async () => {
    const { site: id } = await filed();
    const stranger = await world.actor("filed");
    const of = (serviceId: string) => ({ serviceId, task: "footer-number", done: true }) as const;
    expect(await getAfter(stranger, { serviceId: id, pointing: "one" })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await tickTask(stranger, of(id))).toMatchObject({ error: { code: "not_found" } });
    expect(await tickTask(owner, of("01900000-0000-7000-8000-000000000000"))).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await tickTask(owner, { serviceId: id, task: "app-number", done: true })).toMatchObject({
      error: { code: "stale" },
    });
    expect(await read().select().from(t.afterTasks)).toEqual([]);
  });

  it("is nothing any more once the service has ended", async () => {
    const { site: id } = await filed();
    await withTransaction(async (tx) => {
      const cause = { orderId: null, notice: 7, accountId: null, at: world.clock.now() };
      const struck = { type: "struck" as const, numbers: [numberOf(1)] };
      return ok(
        await changeRegistry(tx, await heldByNumber(tx, numberOf(1).split("-")[0] ?? ""), struck, cause),
      );
    });
    expect(await view(id)).toMatchObject({ ended: true, tasks: [] });
    expect(await tickTask(owner, { serviceId: id, task: "footer-number", done: true })).toMatchObject({
      error: { code: "stale" },
    });
  });
});
