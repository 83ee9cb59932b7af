import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { OpenManual } from "@/lib/filing/manual/form";
import { approved, ONE, site, TWO } from "@/lib/filing/registry/testing";
import { newId } from "@/lib/ids";
import { run as erase } from "./erase-manual";
import { openManual } from "./open-manual";
import { readOwnManualFile, readTicketFile } from "./read-manual-file";
import { submitManual } from "./submit-manual";
import {
  begun as begin,
  filled as fill,
  type ManualWorld,
  manualWorld,
  put as putFile,
  viewOf,
  wanted,
} from "./testing";
import { countTickets, getTicket, listTickets } from "./tickets";
import { callTicket, refuseTicket } from "./work-ticket";

let at: ManualWorld;
let world: ManualWorld["world"];
let entityId: string;
let applicant: Actor;
let staff: Actor;

beforeEach(async () => {
  at = await manualWorld();
  ({ world, entityId, applicant, staff } = at);
});
afterEach(() => world.dispose());

const input = (over: Partial<OpenManual> = {}) => wanted(entityId, over);
const view = () => viewOf(at);
const begun = () => begin(at);
const put = (requestId: string, slot: string, side: string) => putFile(at, requestId, slot, side);
const filled = () => fill(at);
const state = async (id: string) =>
  (await read().select().from(t.manualCancellations).where(eq(t.manualCancellations.id, id)))[0];

describe("a cancellation on the manual path", () => {
  it("is begun once, by its holder, about what stands", async () => {
    expect(await openManual(world.actor(1), input())).toMatchObject({ error: { code: "not_found" } });
    const services = input({ kind: "CANCEL_SERVICE", serviceIds: [] });
    expect(await openManual(applicant, services)).toMatchObject({ error: { reason: "manual.services" } });
    expect(await openManual(applicant, { ...services, serviceIds: [newId()] })).toMatchObject({
      error: { reason: "manual.services" },
    });
    await begun();
    expect(await openManual(applicant, input())).toMatchObject({ error: { reason: "manual.open" } });
  });

  it("is not begun about what could not be carried out in the end", async () => {
    await world.say(approved("CANCEL_ACCESS", [[TWO, site(2)]]), "order-2");
    expect((await view()).services).toMatchObject([{ number: ONE }]);
    const rows = await read().select().from(t.services);
    const id = (number: string) => rows.find((row) => row.number === number)?.id ?? "";
    const service = (...numbers: string[]) =>
      openManual(applicant, input({ kind: "CANCEL_SERVICE", serviceIds: numbers.map(id) }));
    const notHere = { error: { reason: "cancel.not-served-here" } };
    expect(await service(TWO)).toMatchObject(notHere);
    expect(await service(ONE, TWO)).toMatchObject(notHere);
    await world.say(approved("CANCEL_ACCESS", [[ONE, site(1)]]), "order-3");
    expect(await openManual(applicant, input())).toMatchObject(notHere);
    expect((await view()).services).toEqual([]);
  });

  it("takes only the documents it asks for, and is not handed in before all are there", async () => {
    const id = await begun();
    expect(await put(id, "HANDHELD_ID", "FRONT")).toMatchObject({ error: { reason: "upload.no-slot" } });
    // A passport has no back.
    expect(await put(id, "APPLICANT_ID", "BACK")).toMatchObject({ error: { reason: "upload.no-slot" } });
    expect((await put(id, "LICENCE", "SINGLE")).ok).toBe(true);
    expect(await submitManual(applicant, { requestId: id, version: 1 })).toMatchObject({
      error: { reason: "manual.missing" },
    });
    expect(await getTicket(staff, { requestId: id })).toMatchObject({ error: { code: "not_found" } });
  });

  it("is proven by the person's own yes, and by nothing less", async () => {
    const id = await filled();
    expect(await submitManual(applicant, { requestId: id, version: 1 })).toMatchObject({ ok: true });
    expect(await put(id, "LICENCE", "SINGLE")).toMatchObject({ error: { reason: "manual.submitted" } });
    const all = await listTickets(staff);
    expect(all).toMatchObject({ value: [{ id, state: "SUBMITTED" }] });
    const province = all.ok ? (all.value[0]?.province ?? "") : "";
    expect(await listTickets(staff, { province })).toEqual(all);
    expect(await listTickets(staff, { province: "540000" })).toEqual({ ok: true, value: [] });
    const call = (outcome: "NO_ANSWER" | "CONFIRMED", version: number) =>
      callTicket(staff, { requestId: id, version, outcome, note: "13800000099" });
    expect((await call("NO_ANSWER", 2)).ok).toBe(true);
    // Two reviewers at once: one of them looks again.
    expect(await call("CONFIRMED", 2)).toMatchObject({ error: { code: "stale" } });
    expect((await call("CONFIRMED", 3)).ok).toBe(true);
    const ticket = await getTicket(staff, { requestId: id });
    expect(ticket).toMatchObject({
      value: {
        state: "PHONE_VERIFIED",
        calls: [{ outcome: "NO_ANSWER" }, { outcome: "CONFIRMED", by: "lin" }],
      },
    });
    expect((await read().select().from(t.services)).every(({ endedAt }) => endedAt === null)).toBe(true);
  });

  it("is refused with a reason, and then destroyed", async () => {
    const id = await filled();
    await submitManual(applicant, { requestId: id, version: 1 });
    expect((await refuseTicket(staff, { requestId: id, version: 2, reason: "声明函没有盖章" })).ok).toBe(
      true,
    );
    expect((await view()).requests[0]).toMatchObject({ state: "REFUSED", refused: "声明函没有盖章" });
    // Told without the words of staff, which stand with the request.
    const told = await read().select().from(t.notifications);
    expect(told).toMatchObject([{ event: "manual_refused", userId: applicant.userId, orderId: null }]);
    expect(JSON.stringify(told)).not.toContain("声明函");
    expect(await refuseTicket(staff, { requestId: id, version: 3, reason: "x" })).toMatchObject({
      error: { reason: "manual.over" },
    });
    const [file] = await read().select().from(t.manualFiles);
    const [due] = await read().select().from(t.outbox).where(eq(t.outbox.topic, "manual.erase"));
    expect(due?.runAt).toBeGreaterThan((await state(id))?.since ?? 0);
    await erase({ requestId: id });
    expect((await state(id))?.wrappedKey).toBeNull();
    expect(await read().select().from(t.manualFiles)).toEqual([]);
    expect(await readOwnManualFile(applicant, { fileId: file?.id ?? "" })).toMatchObject({ ok: false });
    expect((await view()).requests[0]).toMatchObject({ state: "REFUSED", refused: null, slots: [] });
    // And another one may begin.
    await begun();
  });

  it("shows its documents to its holder and to staff, never to others or to its own staff", async () => {
    const id = await filled();
    await submitManual(applicant, { requestId: id, version: 1 });
    const [file] = await read().select().from(t.manualFiles);
    const fileId = file?.id ?? "";
    expect((await readOwnManualFile(applicant, { fileId })).ok).toBe(true);
    expect(await readOwnManualFile(world.actor(1), { fileId })).toMatchObject({
      error: { code: "not_found" },
    });
    expect((await readTicketFile(staff, { fileId })).ok).toBe(true);
    const looks = await read().select().from(t.auditLog).where(eq(t.auditLog.action, "document.viewed"));
    expect(looks).toMatchObject([{ actorId: staff.userId, object: id }]);
    const own = { ...staff, accountIds: applicant.accountIds };
    expect(await readTicketFile(own, { fileId })).toMatchObject({ error: { reason: "order.own-account" } });
    expect(await getTicket(applicant, { requestId: id })).toMatchObject({ error: { code: "forbidden" } });
    expect([await countTickets(staff), await countTickets(own)]).toEqual([1, 0]);
    expect(await listTickets(own)).toEqual({ ok: true, value: [] });
  });
});
