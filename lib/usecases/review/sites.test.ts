import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import { FILED_CHECKS } from "@/lib/filing/application/filed-checks";
import { audited, HOUR, MINUTE, newWorld, SECOND_SITE, SITE, seen, type World } from "../testing";
import { approveOrder } from "./approve-order";
import { claimOrder, releaseOrder } from "./claim-order";
import { getWorkbench } from "./get-workbench";
import { checkSite } from "./site-checks";

let world: World;
let orderId = "";
beforeEach(async () => {
  world = await newWorld();
  const seed = world.seedOf("filed");
  await world.approved(seed, SITE);
  await world.pass(11 * MINUTE);
  await verifyBySms(seed.lead);
  await world.pass(HOUR);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(5_000);
  orderId = (await world.inReview({ ...seed, domains: seed.domains.slice(1) }, SECOND_SITE)).orderId;
});
afterEach(() => world.dispose());

const lin = () => world.actor("reviewer-lin");
const bench = async () => {
  const found = await getWorkbench(await lin(), { orderId });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};
const all = (value: boolean) => Object.fromEntries(FILED_CHECKS.map((mark) => [mark, value]));
const approve = async (overrideReason = "", persona = "reviewer-lin") =>
  approveOrder(await world.actor(persona), { ...(await seen(orderId)), overrideReason });

it("an order that adds something asks to go through every filed service, before it may pass", async () => {
  const reviewer = await world.reviewer("reviewer-lin");
  await reviewer.claim(orderId);
  await reviewer.call(world.clock, orderId, "REACHED_OK");
  const [site, ...others] = (await bench()).sites;
  expect(others).toEqual([]);
  expect(site).toMatchObject({ seen: null, marks: expect.arrayContaining(["opens", "natureFits"]) });
  const refused = { error: { code: "invalid", reason: "order.sites-unchecked", params: { count: 1 } } };
  expect(await approve()).toMatchObject(refused);
  // No words stand for a look that was not taken.
  expect(await approve("本来就好")).toMatchObject(refused);
  const partId = site?.partId ?? "";
  const check = async (marks: object, persona = "reviewer-lin", of = {}) =>
    checkSite(await world.actor(persona), { ...(await seen(orderId)), partId, marks, ...of });
  const { opens: _left, ...rest } = all(true);
  expect(await check(rest)).toMatchObject({ error: { code: "invalid", path: "marks" } });
  expect(await check(all(true), "reviewer-lin", { partId: "fil_x" })).toMatchObject({
    error: { path: "partId" },
  });
  expect(await check(all(true), "reviewer-zhao")).toMatchObject({
    error: { reason: "order.claimed-by-other" },
  });
  expect(await check(all(true), "reviewer-lin", { version: 1 })).toMatchObject({ error: { code: "stale" } });
  expect(await check(all(true))).toEqual({ ok: true, value: null });
  expect((await bench()).sites[0]?.seen).toMatchObject({ by: "林岚", marks: { opens: true } });
  expect(await audited(orderId)).toContainEqual({
    action: "site.checked",
    outcome: "done",
    data: { partId, round: 1, bad: "" },
  });
  expect(await approve()).toMatchObject({ ok: true });
});

it("a mark that is not in order weighs as an open check: a supervisor may pass it, with a reason", async () => {
  const walk = async (persona: string) => {
    const reviewer = await world.reviewer(persona);
    await reviewer.claim(orderId);
    await reviewer.call(world.clock, orderId, "REACHED_OK");
    const partId = (await bench()).sites[0]?.partId ?? "";
    const marks = { ...all(true), titleFits: false };
    await checkSite(await world.actor(persona), { ...(await seen(orderId)), partId, marks });
  };
  await walk("reviewer-lin");
  expect((await bench()).needsOverride).toBe(true);
  expect(await approve()).toMatchObject({ error: { reason: "order.errors-open", params: { count: 1 } } });
  expect(await approve("无妨")).toMatchObject({ error: { reason: "order.override-supervisor-only" } });
  await releaseOrder(await lin(), await seen(orderId));
  await claimOrder(await world.actor("supervisor"), await seen(orderId));
  const chief = await world.reviewer("supervisor");
  await chief.call(world.clock, orderId, "REACHED_OK");
  expect(await approve("标题已约定修改", "supervisor")).toMatchObject({ ok: true });
  const notes = await read().select().from(t.findingNotes).where(eq(t.findingNotes.orderId, orderId));
  expect(notes).toMatchObject([{ kind: "overridden", rule: "filed.site-check" }]);
  expect(notes[0]?.path).toMatch(/^filedServices\[fil_\w+\]\.titleFits$/);
});
