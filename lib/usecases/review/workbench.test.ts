import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { audited, newWorld, orderNow, seen, type World } from "../testing";
import { claimOrder } from "./claim-order";
import { getWorkbench, type Workbench } from "./get-workbench";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

async function bench(orderId: string, persona = "reviewer-lin"): Promise<Workbench> {
  const answer = await getWorkbench(await world.actor(persona), { orderId });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

describe("the workbench", () => {
  it("shows personal values whole to the one who holds the order, masked to all others, and notes each look", async () => {
    const { orderId, seed } = await world.inReview("fresh-unit");
    const secrets = [
      seed.lead.idNo,
      seed.lead.phone,
      seed.lead.phone.replace(/^139/, "138"),
      `lead@${seed.domains[0]}`,
    ];
    const told = (view: Workbench) => secrets.filter((secret) => JSON.stringify(view).includes(secret));

    const before = await bench(orderId);
    expect(before.changes).toBeNull();
    expect(told(before)).toEqual([]);
    expect(before.claim).toBeNull();
    const numbers = [
      { number: "phone1", phone: "139****0001" },
      { number: "emergency", phone: "138****0001" },
    ];
    expect(before.people).toMatchObject([{ name: seed.lead.name, numbers }]);
    const idNo = before.groups.flatMap(({ fields }) => fields).find(({ key }) => key === "person.idNo");
    expect(idNo).toMatchObject({ masked: true, values: ["3301**********0015"] });

    await claimOrder(await world.actor("reviewer-lin"), await seen(orderId));
    expect(told(await bench(orderId))).toEqual(secrets);
    for (const persona of ["reviewer-zhao", "supervisor"])
      expect(told(await bench(orderId, persona))).toEqual([]);

    const looks = (await audited(orderId)).filter(({ action }) => action === "order.viewed");
    expect(looks.map(({ data }) => data)).toEqual([false, true, false, false].map((whole) => ({ whole })));
    expect(secrets.filter((secret) => JSON.stringify(looks).includes(secret))).toEqual([]);
  });

  it("says whether approving takes a reason: until every lead was called and reached", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    expect((await bench(orderId)).needsOverride).toBe(true);
    await lin.call(world.clock, orderId, "REACHED_OK");
    expect((await bench(orderId)).needsOverride).toBe(false);
  });

  it("is closed to drafts, strangers, and orders of one's own account", async () => {
    const draft = await world.applicant("fresh-unit");
    await draft.start();
    const of = async (persona: string, orderId = draft.orderId) =>
      getWorkbench(await world.actor(persona), { orderId });
    expect(await of("reviewer-lin")).toMatchObject({ error: { code: "not_found" } });
    expect(await of("reviewer-lin", "nothing")).toMatchObject({ error: { code: "not_found" } });
    for (const persona of ["admin", "officer", "fresh-unit"])
      expect(await of(persona)).toMatchObject({ error: { code: "forbidden" } });
    expect(await audited(draft.orderId)).not.toContainEqual(
      expect.objectContaining({ action: "order.viewed" }),
    );
  });

  it("shows what a new round changed, before and after, masked alike", async () => {
    const applicant = await world.inReview("fresh-unit");
    const { orderId, seed } = applicant;
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    await lin.reject(orderId, () => [
      { code: "PHONE_UNREACHABLE", target: "order", suggestion: "请更换号码" },
    ]);
    const phone = "13900019999";
    const changed = { ...seed, lead: { ...seed.lead, phone } };
    const again = await world.resume(changed, orderId);
    await again.fillPeople();
    await again.answerCorrections();
    await again.submit();

    const view = await bench(orderId);
    const told = view.changes?.groups.flatMap((group) => group.fields) ?? [];
    expect(told.map(({ key, before, after }) => [key, before.length, after])).toEqual([
      ["person.phone1", 1, ["139****9999"]],
      ["person.emergencyPhone", 1, ["138****9999"]],
    ]);
    expect(view.changes).toMatchObject({ round: 1, files: [] });
    const fields = view.groups.flatMap((group) => group.fields).filter(({ before }) => before !== null);
    expect(fields.map(({ key, before, values, masked }) => ({ key, before, values, masked }))).toEqual([
      { key: "person.phone1", before: ["139****0001"], values: ["139****9999"], masked: true },
      { key: "person.emergencyPhone", before: ["138****0001"], values: ["138****9999"], masked: true },
    ]);
    expect(view.snapshot.round).toBe(2);
    expect(view.corrections).toMatchObject([
      { round: 1, suggestion: "请更换号码", answer: { kind: "fixed", text: "" } },
    ]);
    expect(view.corrections[0]?.resolvedAt).not.toBeNull();
    await lin.claim(orderId);
    const mine = (await bench(orderId)).groups
      .flatMap((group) => group.fields)
      .find(({ key }) => key === "person.phone1");
    expect(mine).toMatchObject({ before: [seed.lead.phone], values: [phone], masked: false });
  });

  it("lists documents, calls with their notes, findings with their source, and what may be done", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    await lin.call(world.clock, orderId, "REACHED_OK", "本人接听");
    const view = await bench(orderId);
    expect(view.materials.map(({ code, side }) => `${code}:${side}`)).toEqual([
      "ORG_CERT:SINGLE",
      "ENTITY_LEAD_ID:FRONT",
      "ENTITY_LEAD_ID:BACK",
      "VIDEO_CHECK:SINGLE",
    ]);
    expect(view.calls).toMatchObject([{ outcome: "REACHED_OK", note: "本人接听", by: "林岚", round: 1 }]);
    expect(view.findings.every(({ source }) => source !== "")).toBe(true);
    const allowed = view.actions.filter((action) => action.allowed).map(({ command }) => command);
    expect(allowed).toEqual(expect.arrayContaining(["approve", "reject", "release", "phone"]));
    expect(
      (await bench(orderId, "reviewer-zhao")).actions.find(({ command }) => command === "approve"),
    ).toMatchObject({
      allowed: false,
      refusal: { reason: "order.claimed-by-other" },
    });
    expect((await orderNow(orderId)).row.claimUserId).not.toBeNull();
  });
});
