import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { judgeOrder } from "../orders/judge-order";
import { readOwnDraft } from "../orders/own-draft";
import { newWorld, SITE, type World } from "../testing";
import { begin, edit, filedBy, heldNow, settle } from "./testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

describe("a change of a service", () => {
  it("starts from what is filed, and ends in the register", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const { orderId, applicant } = await begin(world, filed, { services: [...filed.services] });
    const own = await readOwnDraft(filed.actor, orderId);
    if (!own.ok) throw new Error("unreadable");
    const { findings, required } = await judgeOrder(own.value.order, own.value.draft.application, {
      unknown: "block",
    });
    console.log(
      JSON.stringify(findings, null, 0),
      JSON.stringify(required.map((r) => [r.code, r.subject, r.optional])),
    );
    const [service] = own.value.draft.application.services;
    await edit(
      filed.actor,
      orderId,
      `service:${service?.id ?? ""}` as never,
      (value) => ({ ...value, name: "云样例新站" }) as never,
    );
    await applicant.upload(world.clock);
    await applicant.submit();
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    await lin.call(world.clock, orderId, "REACHED_OK");
    await lin.approve(orderId);
    await settle(world, filed.seed, orderId);
    const registry = await heldNow(filed);
    expect(registry.services[0]?.document.name).toBe("云样例新站");
  });
});
