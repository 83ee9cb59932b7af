import { afterEach, beforeEach, expect, it } from "vitest";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { getCopy } from "../orders/get-copy";
import { audited, newWorld, type World } from "../testing";
import { getStaffCopy } from "./get-staff-copy";

let world: World;
let unit: Applicant;
beforeEach(async () => {
  world = await newWorld();
  unit = await world.inReview("fresh-unit");
});
afterEach(() => world.dispose());

async function copy(persona: string, round?: number) {
  return getStaffCopy(await world.actor(persona), { orderId: unit.orderId, round });
}
async function text(persona: string): Promise<string> {
  const view = await copy(persona);
  if (!view.ok) throw new Error(view.error.code);
  return JSON.stringify(view.value.groups);
}
const looks = async () =>
  (await audited(unit.orderId)).filter(({ action }) => action === "order.viewed").map(({ data }) => data);

it("is the applicant's own copy, whole for the one who holds the order, and every look is noted", async () => {
  const secrets = [unit.seed.lead.idNo, unit.seed.lead.phone];
  const masked = await text("reviewer-lin");
  expect(secrets.filter((secret) => masked.includes(secret))).toEqual([]);
  const own = await getCopy(await world.actor("fresh-unit"), { orderId: unit.orderId });
  expect(own.ok && JSON.stringify(own.value.groups)).toBe(masked);

  await (await world.reviewer("reviewer-lin")).claim(unit.orderId);
  const whole = await text("reviewer-lin");
  expect(secrets.filter((secret) => whole.includes(secret))).toEqual(secrets);
  expect(await text("reviewer-zhao")).toBe(masked);
  expect(await copy("reviewer-lin")).toMatchObject({ value: { whole: true, by: "applicant", round: 1 } });
  expect(await looks()).toEqual([
    { whole: false, copy: 1 },
    { whole: true, copy: 1 },
    { whole: false, copy: 1 },
    { whole: true, copy: 1 },
  ]);
});

it("has only the rounds there were; drafts, strangers and one's own account are refused and see nothing", async () => {
  expect(await copy("reviewer-lin", 1)).toMatchObject({ ok: true });
  for (const round of [0, 2])
    expect(await copy("reviewer-lin", round), `${round}`).toMatchObject({ ok: false });
  for (const persona of ["admin", "officer", "fresh-unit"])
    expect(await copy(persona), persona).toMatchObject({ error: { code: "forbidden" } });
  const draft = await world.applicant("fresh-person");
  await draft.start();
  const lin = await world.actor("reviewer-lin");
  for (const orderId of [draft.orderId, "nothing"])
    expect(await getStaffCopy(lin, { orderId })).toMatchObject({ error: { code: "not_found" } });
  const accountIds = (await world.actor("fresh-unit")).accountIds;
  expect(await getStaffCopy({ ...lin, accountIds }, { orderId: unit.orderId })).toMatchObject({
    error: { code: "forbidden", reason: "order.own-account" },
  });
  expect(await looks()).toEqual([{ whole: false, copy: 1 }]);
});
