import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { FinanceKind } from "@/lib/filing/policy/finance";
import { audited, eventTypes, newWorld, SITE, seen, type World } from "../testing";
import { approveOrder } from "./approve-order";
import { getWorkbench } from "./get-workbench";
import { verifyQualification } from "./qualification-checks";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const LOAN = { ...SITE, name: "蓝湾样例贷款站" };
/** An order of a unit in 广东, claimed and phoned by a reviewer. */
async function atDesk(site = LOAN) {
  const { orderId } = await world.inReview("rejected-two", site);
  const reviewer = await world.reviewer("reviewer-lin");
  await reviewer.claim(orderId);
  await reviewer.call(world.clock, orderId, "REACHED_OK");
  return orderId;
}
const bench = async (orderId: string, persona = "reviewer-lin") => {
  const found = await getWorkbench(await world.actor(persona), { orderId });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};
const approve = async (orderId: string, overrideReason = "", persona = "reviewer-lin") =>
  approveOrder(await world.actor(persona), { ...(await seen(orderId)), overrideReason });
const verify = async (
  orderId: string,
  over: { kinds?: readonly FinanceKind[]; seen?: string; partId?: string; version?: number } = {},
  persona = "reviewer-lin",
) =>
  verifyQualification(await world.actor(persona), {
    ...(await seen(orderId)),
    partId: (await bench(orderId)).qualifications[0]?.partId ?? "",
    kinds: ["LENDING"],
    seen: "银保监局名录已查，名称与号码一致",
    ...over,
  });

it("a finance site in 广东 is not forwarded before its qualification was verified", async () => {
  const orderId = await atDesk();
  expect((await bench(orderId)).qualifications).toEqual([
    { partId: expect.stringMatching(/^svc_/), name: LOAN.name, seen: null },
  ]);
  const refused = { error: { code: "invalid", reason: "order.qualifications-open", params: { count: 1 } } };
  expect(await approve(orderId)).toMatchObject(refused);
  // No words stand for a regulator who was not asked.
  expect(await approve(orderId, "老客户")).toMatchObject(refused);

  expect(await verify(orderId, { seen: "  " })).toMatchObject({ error: { code: "invalid", path: "seen" } });
  expect(await verify(orderId, { kinds: [] })).toMatchObject({ error: { path: "kinds" } });
  expect(await verify(orderId, { kinds: ["NONE", "TRUST"] })).toMatchObject({ error: { path: "kinds" } });
  expect(await verify(orderId, { partId: "svc_other01" })).toMatchObject({ error: { path: "partId" } });
  expect(await verify(orderId, { version: 1 })).toMatchObject({ error: { code: "stale" } });
  expect(await verify(orderId, {}, "reviewer-zhao")).toMatchObject({
    error: { reason: "order.claimed-by-other" },
  });
  expect(await read().select().from(t.qualificationChecks)).toEqual([]);

  expect(await verify(orderId)).toEqual({ ok: true, value: null });
  const [one] = (await bench(orderId)).qualifications;
  expect(one?.seen).toMatchObject({ kinds: ["LENDING"], by: "林岚", text: expect.stringContaining("名录") });
  expect(await audited(orderId)).toContainEqual({
    action: "qualification.verified",
    outcome: "done",
    data: { partId: one?.partId, round: 1, kinds: "LENDING" },
  });
  // Said again, it is replaced; what was seen lies sealed.
  expect(await verify(orderId, { kinds: ["NONE"], seen: "仅见承诺书" })).toMatchObject({ ok: true });
  const rows = await read().select().from(t.qualificationChecks);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.seenEnc.includes(Buffer.from("承诺书"))).toBe(false);
  expect(await approve(orderId)).toMatchObject({ ok: true });
});

it("what was verified in one round is verified again in the next", async () => {
  const orderId = await atDesk();
  await verify(orderId);
  const reviewer = await world.reviewer("reviewer-lin");
  await reviewer.reject(orderId, () => [{ code: "PREAPPROVAL_SCOPE", target: "order", suggestion: "" }]);
  const applicant = await world.resume(world.seedOf("rejected-two"), orderId);
  await applicant.answerCorrections();
  await applicant.submit();
  expect((await eventTypes(orderId)).filter((type) => type === "submitted")).toHaveLength(2);
  expect((await bench(orderId)).qualifications).toMatchObject([{ seen: null }]);
});

it("a site without finance is asked nothing, and neither is it anywhere else", async () => {
  const orderId = await atDesk(SITE);
  expect((await bench(orderId)).qualifications).toEqual([]);
  expect(await verify(orderId, { partId: "svc_x" })).toMatchObject({ error: { path: "partId" } });
  expect(await approve(orderId)).toMatchObject({ ok: true });
  const { orderId: elsewhere } = await world.inReview("sms-waiting", LOAN);
  expect((await bench(elsewhere)).qualifications).toEqual([]);
});
