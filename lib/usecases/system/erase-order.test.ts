import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { resetTestClocks } from "@/lib/clock/testing";
import { abandonOrder } from "../orders/command-order";
import { getOrder } from "../orders/get-order";
import { audited, DAY, MINUTE, newWorld, orderNow, type World } from "../testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => {
  world.dispose();
  resetTestClocks();
});

const storedFiles = () =>
  readdirSync(join(world.dataDir, "files"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );

describe("an order that ended without a filing", () => {
  it("is erased when its time is over, not before", async () => {
    const applicant = await world.inReview("fresh-unit");
    const { orderId } = applicant;
    const actor = await world.actor("fresh-unit");
    expect(await abandonOrder(actor, { orderId })).toMatchObject({ ok: true });
    await world.pass(30 * DAY - MINUTE);
    expect((await orderNow(orderId)).row.wrappedKey).not.toBeNull();
    expect(storedFiles().length).toBeGreaterThan(0);

    await world.pass(MINUTE);
    const { row } = await orderNow(orderId);
    expect([row.wrappedKey, row.unitName, row.headline, row.state]).toEqual([null, null, null, "ABANDONED"]);
    expect(
      await read().select().from(t.orderBlindIndexes).where(eq(t.orderBlindIndexes.orderId, orderId)),
    ).toEqual([]);
    expect(await read().select().from(t.orderDomains).where(eq(t.orderDomains.orderId, orderId))).toEqual([]);
    expect(await read().select().from(t.notifications).where(eq(t.notifications.orderId, orderId))).toEqual(
      [],
    );
    expect(storedFiles()).toEqual([]);
    expect((await audited(orderId)).filter(({ action }) => action === "order.erased")).toHaveLength(1);
    expect(await getOrder(actor, { orderId })).toMatchObject({
      ok: true,
      value: { order: { state: "ABANDONED" } },
    });
  });

  it("an order that goes on is not", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    await world.pass(40 * DAY);
    expect((await orderNow(orderId)).row.wrappedKey).not.toBeNull();
  });
});
