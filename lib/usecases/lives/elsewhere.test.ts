import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OTHER_PROVIDER, openAccess } from "@/lib/authority/sandbox/accesses";
import * as store from "@/lib/authority/sandbox/store/schema";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { sendUnasked } from "@/lib/authority/sandbox/usecases/desk-register";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { Actor } from "@/lib/filing/access";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { ok } from "@/lib/filing/shared/result";
import { getCancellation } from "../cancel/get-cancellation";
import { begin, type Filed, fileTwo, WHO } from "../cancel/testing";
import { smsTo } from "../changes/testing";
import { getFiling } from "../registry/get-filing";
import { getLeave } from "../registry/get-leave";
import { MINUTE, newWorld, type World } from "../testing";

let world: World;
let filed: Filed;
let actor: Actor;
let other: string;
/** Two websites here, and a third that another provider filed under the same record. */
beforeEach(async () => {
  world = await newWorld();
  filed = await fileTwo(world);
  actor = await world.actor(WHO);
  other = `${filed.entityNumber}-3`;
  await inStore(async (tx) => {
    const service = { number: other, entityNumber: filed.entityNumber, kind: "WEBSITE" as const };
    await tx
      .insert(store.registerServices)
      .values({ ...service, name: "别处的站", approvedAt: world.clock.now() });
    await tx.insert(store.registerDomains).values({ serviceNumber: other, domain: "elsewhere-sample.cn" });
    await openAccess(tx, other, OTHER_PROVIDER, world.clock.now());
    return ok(null);
  });
});
afterEach(() => world.dispose());

const target = (type: CancelTarget["type"]): CancelTarget => ({
  ...{ type, entityId: filed.entityId },
  services: type === "CANCEL_ENTITY" ? [] : filed.services.map(({ id }) => id),
});
const page = async (type: CancelTarget["type"]) => {
  const view = await getCancellation(actor, target(type));
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
};
const card = async () => {
  const view = await getFiling(actor, { entityId: filed.entityId });
  if (!view.ok) throw new Error(view.error.code);
  const { actions, filing } = view.value;
  return { shell: filing.shell, entity: actions.find(({ action }) => action === "CANCEL_ENTITY")?.reason };
};
/** Both services here are cancelled, by whoever leads them. */
async function cancelBoth(): Promise<void> {
  const begun = await begin(world, target("CANCEL_SERVICE"));
  if (!begun.ok) throw new Error(begun.error.reason);
  await world.pass(MINUTE);
  for (const { phone1 = "", idNo = "" } of await smsTo(begun.value.orderId))
    await verifyBySms({ name: "", phone: phone1, idNo });
  await world.pass(MINUTE);
  await approveAtDesk(await world.actor("officer"), world.seedOf(WHO).account.realName);
  await world.pass(MINUTE);
}

describe("a record that another provider has services of, too", () => {
  it("is told all that goes with the organiser, and that nothing here leaves a shell", async () => {
    const entity = (await page("CANCEL_ENTITY")).consequences;
    expect(entity.hit.map(({ number }) => number)).toContain(other);
    expect(entity.deadDomains).toContain("elsewhere-sample.cn");
    const both = await page("CANCEL_SERVICE");
    expect(both).toMatchObject({
      leavesShell: false,
      consequences: { left: "no-access", untouched: [other] },
    });
    const wish = { gone: "service", used: "no", serviceIds: [filed.services[0]?.id ?? ""] } as const;
    const leave = await getLeave(actor, { entityId: filed.entityId, wish });
    expect(leave.ok && leave.value.advice).toMatchObject({ answer: "cancel-service" });
  });

  it("is no shell when everything here is cancelled; it is one when the other provider's goes as well", async () => {
    await cancelBoth();
    expect(await card()).toEqual({ shell: false, entity: "not-served-here" });
    expect(
      await sendUnasked(await world.actor("officer"), { number: other, what: "cancelled" }),
    ).toMatchObject({
      ok: true,
    });
    await world.pass(MINUTE);
    expect(await card()).toEqual({ shell: true, entity: "shell" });
    expect(await page("CANCEL_ENTITY")).toMatchObject({ whyNot: "shell" });
  });
});
