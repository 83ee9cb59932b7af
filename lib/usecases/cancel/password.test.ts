import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { verifyAuditChain } from "@/lib/audit";
import { listPasswordMessages } from "@/lib/authority/sandbox/mailbox";
import { DEFAULT_SETTINGS, type DeskSettings } from "@/lib/authority/sandbox/settings";
import { saveDeskSettings } from "@/lib/authority/sandbox/usecases/desk-settings";
import { recoverPassword } from "@/lib/authority/sandbox/usecases/recover-password";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { setPolicy } from "../accounts/testing";
import { listMailbox } from "../sandbox/list-mailbox";
import { eventTypes, HOUR, MINUTE, newWorld, orderNow, type World } from "../testing";
import { getCancellation } from "./get-cancellation";
import { startCancellation } from "./start-cancellation";
import { begin, begun, type Filed, fileTwo, filledIn, WHO } from "./testing";

/** Nothing a file of the database could hold by accident. */
const WRONG = "Zq9-wrong-filing-password";

let world: World;
let filed: Filed;
afterEach(() => world.dispose());

const desk = async (filingPassword: DeskSettings["filingPassword"]) => {
  const saved = await saveDeskSettings(await world.actor("officer"), { ...DEFAULT_SETTINGS, filingPassword });
  if (!saved.ok) throw new Error(saved.error.code);
};
const entity = (): CancelTarget => ({ type: "CANCEL_ENTITY", entityId: filed.entityId, services: [] });
const service = (): CancelTarget => ({
  ...entity(),
  type: "CANCEL_SERVICE",
  services: [filed.services[1]?.id ?? ""],
});
const refused = (reason: string) => ({ ok: false, error: { path: "password", reason: `cancel.${reason}` } });
/** What the authority sent last. */
const sent = async (): Promise<string> => {
  const [last] = await listPasswordMessages();
  const found = /密码为 ([a-z0-9]+)，/.exec(last?.body ?? "")?.[1];
  if (found === undefined) throw new Error("no filing password was sent");
  return found;
};
const recover = (more: Partial<Parameters<typeof recoverPassword>[0]> = {}, address = "192.0.2.1") =>
  recoverPassword(
    {
      ...{ province: "330000", number: filed.entityNumber, certNo: world.seedOf(WHO).account.idNo },
      ...more,
    },
    address,
  );
/** The next cancellation needs codes again, and those are rationed. */
const later = async () => {
  await world.pass(2 * HOUR);
  world.system.advance(2 * HOUR);
};
const outcome = async (orderId: string) => {
  await world.pass(MINUTE);
  const rows = await read().select().from(t.corrections).where(eq(t.corrections.orderId, orderId));
  return { state: (await orderNow(orderId)).snapshot.state, codes: rows.map(({ code }) => code) };
};
/** Everything that was ever written, as bytes. */
const written = (): string => {
  const bytes = (folder: string): string =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? bytes(path) : readFileSync(path).toString("latin1");
      })
      .join("\n");
  return bytes(world.dataDir);
};
const kept = async () => (await read().select().from(t.cancelPasswords)).length;

describe("with filing passwords as they were (DF §11.2 A)", () => {
  beforeEach(async () => {
    world = await newWorld();
    await desk("required");
    filed = await fileTwo(world);
  });

  it("is sent with the first approval to the lead alone, by both ways, and kept in clear nowhere", async () => {
    const { lead } = world.seedOf(WHO);
    const messages = await listPasswordMessages();
    expect(messages.map(({ channel }) => channel).sort()).toEqual(["mail", "sms"]);
    expect(messages.find(({ channel }) => channel === "sms")?.to).toBe(lead.phone);
    expect(messages.find(({ channel }) => channel === "mail")?.to).toContain("@");
    expect(written()).not.toContain(await sent());
    const box = await listMailbox();
    expect(box.ok && box.value.filter(({ body }) => body.includes("备案密码为"))).toHaveLength(2);
  });

  it("goes with the cancellation, is checked at the door, and is wiped when the order ends", async () => {
    await setPolicy("cancel.filingPassword.entity", "required");
    const password = await sent();
    const orderId = await begun(world, entity(), { password });
    expect(await kept()).toBe(1);
    await world.pass(MINUTE);
    expect((await orderNow(orderId)).snapshot.state).toBe("SMS_PENDING");
    await verifyBySms(world.seedOf(WHO).lead);
    await world.pass(MINUTE);
    await approveAtDesk(await world.actor("officer"), world.seedOf(WHO).account.realName);
    await world.pass(MINUTE);
    expect((await orderNow(orderId)).snapshot.state).toBe("CANCELLED");
    expect(await kept()).toBe(0);
    expect(written()).not.toContain(password);
    expect(await verifyAuditChain()).toMatchObject({ intact: true });
  });

  it("is refused where it is required and missing, or not asked for and sent", async () => {
    const actor = await world.actor(WHO);
    const input = await filledIn(world, entity());
    expect(await startCancellation(actor, { ...input, password: WRONG })).toMatchObject(
      refused("password-not-asked"),
    );
    await setPolicy("cancel.filingPassword.entity", "required");
    expect(await getCancellation(actor, entity())).toMatchObject({ value: { password: "required" } });
    expect(await startCancellation(actor, input)).toMatchObject(refused("password-missing"));
    expect(await startCancellation(actor, { ...input, password: "two words" })).toMatchObject(
      refused("password-form"),
    );
    // The kinds have a setting each, and access never had one.
    expect(await getCancellation(actor, service())).toMatchObject({ value: { password: "none" } });
    expect(await kept()).toBe(0);
    expect(written()).not.toContain(WRONG);
  });

  it("comes back when it is wrong, with the reason; a new one from the authority's page then does it", async () => {
    await setPolicy("cancel.filingPassword.entity", "required");
    const sentFirst = { ...(await filledIn(world, entity())), password: WRONG };
    const started = await startCancellation(await world.actor(WHO), sentFirst);
    const first = started.ok ? started.value.orderId : "";
    expect(await outcome(first)).toEqual({ state: "RETURNED", codes: ["FILING_PASSWORD_WRONG"] });
    expect(await kept()).toBe(0);
    // The same sent again brings nothing: its codes are used up.
    const actor = await world.actor(WHO);
    const replayed = await startCancellation(actor, sentFirst);
    expect(replayed).toMatchObject({ error: { reason: "cancel.code-none" } });
    expect(await eventTypes(first)).toEqual(["created", "confirmed", "pushed", "returned"]);
    const old = await sent();
    await later();
    expect(await recover()).toEqual({ ok: true, value: null });
    expect(await sent()).not.toBe(old);
    await later();
    const second = await begun(world, entity(), { password: old });
    expect(await outcome(second)).toEqual({ state: "RETURNED", codes: ["FILING_PASSWORD_WRONG"] });
    await later();
    const third = await begun(world, entity(), { password: await sent() });
    expect(await outcome(third)).toEqual({ state: "SMS_PENDING", codes: [] });
    for (const secret of [WRONG, old, await sent()]) expect(written()).not.toContain(secret);
  });

  it("is wanted by this authority even where the provider makes it optional; without one it comes back", async () => {
    await setPolicy("cancel.filingPassword.service", "optional");
    const without = await begun(world, service());
    expect(await outcome(without)).toEqual({ state: "RETURNED", codes: ["FILING_PASSWORD_MISSING"] });
    await desk("optional");
    await later();
    expect(await outcome(await begun(world, service()))).toEqual({ state: "SMS_PENDING", codes: [] });
  });

  it("is closed after five wrong ones in a row, for a day or until a new one is sent", async () => {
    await setPolicy("cancel.filingPassword.service", "optional");
    const right = await sent();
    const attempt = async (password: string) => {
      await later();
      return (await outcome(await begun(world, service(), { password }))).codes;
    };
    for (let n = 0; n < 5; n += 1) expect(await attempt(WRONG)).toEqual(["FILING_PASSWORD_WRONG"]);
    expect(await attempt(right)).toEqual(["FILING_PASSWORD_LOCKED"]);
    await recover();
    expect(await attempt(await sent())).toEqual([]);
  });

  it("is given back only to who knows all three, with one answer to everybody, three times a day", async () => {
    await world.pass(HOUR);
    const before = (await listPasswordMessages()).length;
    const others = [{ province: "320000" }, { certNo: "91330100MA2HXXXXXX" }];
    for (const wrong of others) expect(await recover(wrong)).toEqual({ ok: true, value: null });
    expect(await listPasswordMessages()).toHaveLength(before);
    expect(await recover({ number: "nonsense" })).toMatchObject({ error: { path: "number" } });
    expect(await recover()).toMatchObject({ ok: true });
    expect(await listPasswordMessages()).toHaveLength(before + 2);
    // The misses counted, too: whoever guesses is stopped like whoever makes a phone ring.
    expect(await recover()).toMatchObject({ error: { code: "too_many" } });
  });

  it("is not closed to its owner by who knows the public number alone", async () => {
    await world.pass(HOUR);
    const old = await sent();
    for (let n = 0; n < 4; n += 1) await recover({ certNo: "x" }, "198.51.100.7");
    expect(await recover({}, "198.51.100.7")).toMatchObject({ error: { code: "too_many" } });
    expect(await recover()).toEqual({ ok: true, value: null });
    expect(await sent()).not.toBe(old);
  });

  it("rings three times a day at most whoever knows all three, and hears nothing of it", async () => {
    const before = (await listPasswordMessages()).length;
    for (let n = 0; n < 5; n += 1) {
      await world.pass(HOUR);
      expect(await recover({}, `192.0.2.${n}`)).toEqual({ ok: true, value: null });
    }
    expect(await listPasswordMessages()).toHaveLength(before + 3 * 2);
  });

  it("stays for half an hour after it was sent, to the moment, and asking meanwhile uses nothing up", async () => {
    await world.pass(HOUR);
    await recover();
    const fresh = await sent();
    await world.pass(30 * MINUTE - 1);
    for (let n = 2; n < 7; n += 1) expect(await recover({}, `192.0.2.${n}`)).toMatchObject({ ok: true });
    expect(await sent()).toBe(fresh);
    await world.pass(1);
    await recover();
    expect(await sent()).not.toBe(fresh);
  });
});

describe("without filing passwords", () => {
  beforeEach(async () => {
    world = await newWorld();
    filed = await fileTwo(world);
  });

  it("none is given out, and nothing is checked", async () => {
    expect(await listPasswordMessages()).toEqual([]);
    await recover();
    expect(await listPasswordMessages()).toEqual([]);
    expect(await begin(world, service())).toMatchObject({ ok: true });
  });

  it("a filing older than them gets its first one from the page, where it is wrong until then", async () => {
    await desk("required");
    await setPolicy("cancel.filingPassword.service", "required");
    const blind = await begun(world, service(), { password: WRONG });
    expect(await outcome(blind)).toEqual({ state: "RETURNED", codes: ["FILING_PASSWORD_WRONG"] });
    await recover();
    await later();
    const known = await begun(world, service(), { password: await sent() });
    expect(await outcome(known)).toEqual({ state: "SMS_PENDING", codes: [] });
  });
});
