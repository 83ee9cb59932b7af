import { afterEach, beforeEach, expect, it } from "vitest";
import { notify } from "@/lib/authority/sandbox/notices";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { SMOOTH, storeTraffic } from "@/lib/authority/sandbox/traffic";
import { ok } from "@/lib/filing/shared/result";
import { getOrder } from "../orders/get-order";
import { DAY, MINUTE, newWorld, type World } from "../testing";
import { lookAtLine } from "./doctor/neighbours";
import { health } from "./health";
import { lineView, listNotices, readLine } from "./line-view";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const down = (percent: number) =>
  inStore(async (tx) => ok(await storeTraffic(tx, { ...SMOOTH, down: percent })));

it("tells staff, machines and the applicant when hand-overs wait, and when they no longer do", async () => {
  const { orderId } = await world.approved("fresh-unit");
  const again = async () => {
    const view = await getOrder(await world.actor("fresh-unit"), { orderId });
    if (!view.ok) throw new Error("refused");
    return view.value.handOverAgainAt;
  };
  await world.pass(MINUTE);
  expect(await lineView()).toMatchObject({ state: "answers", waiting: 0, cause: null, nextTryAt: null });
  expect(await again()).toBeNull();
  await down(100);
  await world.pass(9 * MINUTE);
  const since = world.clock.now();
  expect(await lineView()).toMatchObject({
    state: "failing",
    cause: "unreachable",
    waiting: 1,
    lastContactAt: since - 9 * MINUTE,
  });
  expect(await again()).toBeGreaterThan(since);
  expect(await lookAtLine()).toMatchObject({ level: "warn" });
  expect(await health()).toMatchObject({ status: "ok", authority: "failing" });
  for (let n = 0; n < 4; n += 1) await world.pass(5 * MINUTE);
  expect(await lookAtLine()).toMatchObject({ level: "fail" });
  await down(0);
  await world.pass(10 * MINUTE);
  expect(await lineView()).toMatchObject({ state: "answers", waiting: 0, failingSince: null });
  expect(await lookAtLine()).toMatchObject({ level: "ok" });
  expect(await health()).toMatchObject({ authority: "answers" });
  expect(await again()).toBeNull();
});

it("names a missing notice, to the doctor with growing concern", async () => {
  await inStore(async (tx) => {
    await notify(tx, null, { type: "cancelled", numbers: ["a"] }, world.clock.now());
    await notify(tx, null, { type: "cancelled", numbers: ["b"] }, world.clock.now());
    return ok(null);
  });
  await inStore(async (tx) => {
    const { notices } = await import("@/lib/authority/sandbox/store/schema");
    const { eq } = await import("drizzle-orm");
    await tx.delete(notices).where(eq(notices.number, 1));
    return ok(null);
  });
  await world.pass(5_000);
  expect(await lineView()).toMatchObject({ state: "answers", gap: { number: 1, held: 1 } });
  expect(await lookAtLine()).toMatchObject({ level: "warn" });
  await world.pass(DAY);
  expect(await lookAtLine()).toMatchObject({ level: "fail" });
});

it("is for staff, and its list of notices for those who run the console", async () => {
  const allowed = async (id: string) => [
    (await readLine(await world.actor(id))).ok,
    (await listNotices(await world.actor(id))).ok,
  ];
  expect(await allowed("reviewer-lin")).toEqual([true, false]);
  expect(await allowed("supervisor")).toEqual([true, true]);
  expect(await allowed("admin")).toEqual([true, true]);
  expect(await allowed("fresh-unit")).toEqual([false, false]);
  expect(await allowed("officer")).toEqual([false, false]);
  await inStore(async (tx) =>
    ok(await notify(tx, null, { type: "cancelled", numbers: ["x"] }, world.clock.now())),
  );
  await world.pass(5_000);
  expect(await listNotices(await world.actor("supervisor"))).toMatchObject({
    value: [{ taken: false, type: "cancelled", order: null, filing: null }],
  });
});
