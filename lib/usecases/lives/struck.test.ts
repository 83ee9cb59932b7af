import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { sendUnasked } from "@/lib/authority/sandbox/usecases/desk-register";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import { begun, type Filed, fileTwo, WHO } from "../cancel/testing";
import { smsTo } from "../changes/testing";
import { MINUTE, newWorld, orderNow, type World } from "../testing";

let world: World;
let filed: Filed;
beforeEach(async () => {
  world = await newWorld();
  filed = await fileTwo(world);
});
afterEach(() => world.dispose());

it.each(["CANCEL_SERVICE", "CANCEL_ACCESS", "CANCEL_ENTITY"] as const)(
  "%s: what the authority struck off by itself meanwhile ends as it was asked to, and nothing waits for ever",
  async (type) => {
    const [, second] = filed.services;
    const services = type === "CANCEL_ENTITY" ? [] : [second?.id ?? ""];
    const orderId = await begun(world, { type, entityId: filed.entityId, services });
    await world.pass(MINUTE);
    for (const { phone1 = "", idNo = "" } of await smsTo(orderId))
      await verifyBySms({ name: "", phone: phone1, idNo });
    await world.pass(MINUTE);
    await world.pass(MINUTE);
    expect((await orderNow(orderId)).snapshot.state).toBe("AUTHORITY_REVIEW");
    const number = type === "CANCEL_ENTITY" ? filed.entityNumber : (second?.number ?? "");
    await sendUnasked(await world.actor("officer"), { number, what: "cancelled" });
    await world.pass(MINUTE);
    await approveAtDesk(await world.actor("officer"), world.seedOf(WHO).account.realName);
    for (let n = 0; n < 3; n += 1) await world.pass(MINUTE);
    expect((await orderNow(orderId)).snapshot.state).toBe("CANCELLED");
    const standing = (await read().select().from(t.services)).filter(({ endedAt }) => endedAt === null);
    expect(standing).toHaveLength(type === "CANCEL_ENTITY" ? 0 : 1);
    expect((await read().select().from(t.outbox)).filter(({ doneAt }) => doneAt === null)).toEqual([]);
  },
);
