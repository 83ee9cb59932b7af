import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { openPayload } from "@/lib/authority/manual/seals";
import { setPolicy } from "../accounts/testing";
import { begun, filedNow } from "../cancel/testing";
import { audited, DAY, MINUTE, orderNow, type World } from "../testing";
import { readHandover } from "./read-handover";
import { takeHandover } from "./record-handover";
import { revealPassword } from "./reveal-password";
import { inTray, manualWorld, record, sequenceOf, underReview } from "./testing";

let world: World;
let orderId: string;
let sequence: number;
const PASSWORD = "kM7wPq2x-by-hand";
const lin = () => world.actor("reviewer-lin");
const zhao = () => world.actor("reviewer-zhao");

/** A filing made by hand, and its cancellation in the tray. */
beforeEach(async () => {
  world = await manualWorld();
  const filing = await inTray(world, "fresh-unit");
  const first = await underReview(world, await lin(), filing.orderId);
  const page = await readHandover(await lin(), { sequence: first });
  if (!page.ok) throw new Error(page.error.code);
  const entityNumber = "浙ICP备2026000001号";
  const services = Object.fromEntries(
    page.value.services.map(({ id }, index) => [id, `${entityNumber}-${index + 1}`]),
  );
  await record(await lin(), first, { type: "approved", entityNumber, services });
  await world.pass(MINUTE);
  await setPolicy("cancel.filingPassword.entity", "optional");
  const { entityId } = await filedNow();
  const target = { type: "CANCEL_ENTITY", entityId, services: [] } as const;
  orderId = await begun(world, { ...target, services: [] }, { password: PASSWORD });
  await world.pass(MINUTE);
  sequence = await sequenceOf(orderId);
});
afterEach(() => world.dispose());

it("is shown to who carries it over, each time in the audit, and lies in no payload", async () => {
  // In the tray it is nobody's yet.
  expect(await revealPassword(await lin(), { sequence })).toMatchObject({
    error: { reason: "handover.in-received" },
  });
  await takeHandover(await lin(), { sequence });
  expect(await readHandover(await lin(), { sequence })).toMatchObject({ value: { password: true } });
  expect(await readHandover(await zhao(), { sequence })).toMatchObject({ value: { password: false } });
  expect(await revealPassword(await zhao(), { sequence })).toMatchObject({ error: { code: "forbidden" } });
  expect(await revealPassword(await lin(), { sequence })).toEqual({
    ok: true,
    value: { password: PASSWORD },
  });
  expect(await revealPassword(await world.actor("supervisor"), { sequence })).toMatchObject({ ok: true });
  const shown = (await audited(orderId)).filter(({ action }) => action === "handover.password-shown");
  expect(shown).toHaveLength(2);
  expect(JSON.stringify(await read().select().from(t.auditLog))).not.toContain(PASSWORD);
  const [row] = await read()
    .select()
    .from(t.manualSubmissions)
    .where(eq(t.manualSubmissions.sequence, sequence));
  const { wrappedKey } = (await orderNow(orderId)).row;
  if (row === undefined || wrappedKey === null) throw new Error("nothing in the tray");
  expect(openPayload(wrappedKey, sequence, row.payloadEnc)).not.toHaveProperty("filingPassword");
});

it("is gone once the authority has answered, whatever it said", async () => {
  await takeHandover(await lin(), { sequence });
  await record(await lin(), sequence, { type: "refused", code: "FILING_PASSWORD_WRONG" });
  await world.pass(MINUTE);
  expect((await orderNow(orderId)).snapshot.state).toBe("RETURNED");
  expect(await read().select().from(t.cancelPasswords)).toEqual([]);
  expect(await revealPassword(await lin(), { sequence })).toMatchObject({
    error: { reason: "handover.in-refused" },
  });
  const [reason] = await read().select().from(t.corrections).where(eq(t.corrections.orderId, orderId));
  expect(reason?.code).toBe("FILING_PASSWORD_WRONG");
  await world.pass(40 * DAY);
  expect((await orderNow(orderId)).row.wrappedKey).toBeNull();
});
