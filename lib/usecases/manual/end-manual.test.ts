import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { setTestClocks } from "@/lib/clock/testing";
import { run as sweep } from "../system/sweep-orders";
import { withdrawManual } from "./end-manual";
import { run as erase } from "./erase-manual";
import { submitManual } from "./submit-manual";
import { begun, filled, type ManualWorld, manualWorld, proven, put, viewOf } from "./testing";
import { getTicket, listTickets } from "./tickets";

const DAY = 86_400_000;
let at: ManualWorld;

beforeEach(async () => {
  at = await manualWorld();
});
afterEach(() => at.world.dispose());

async function row(id: string) {
  const [found] = await read().select().from(t.manualCancellations).where(eq(t.manualCancellations.id, id));
  if (found === undefined) throw new Error("no request");
  return found;
}
const erasures = () => read().select().from(t.outbox).where(eq(t.outbox.topic, "manual.erase"));
const told = async () => (await read().select().from(t.notifications)).map(({ event }) => event);
async function sweepAt(moment: number) {
  setTestClocks(moment);
  await sweep();
}

describe("a request its holder takes back", () => {
  it("ends while it is prepared, is destroyed after the delay, and was never staff's", async () => {
    const requestId = await filled(at);
    const stranger = at.world.actor(1);
    expect(await withdrawManual(stranger, { requestId, version: 1 })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await withdrawManual(at.applicant, { requestId, version: 2 })).toMatchObject({
      error: { code: "stale" },
    });
    expect(await withdrawManual(at.applicant, { requestId, version: 1 })).toEqual({ ok: true, value: null });
    expect(await put(at, requestId, "LICENCE", "SINGLE")).toMatchObject({ error: { reason: "manual.over" } });
    expect(await listTickets(at.staff)).toEqual({ ok: true, value: [] });
    expect(await getTicket(at.staff, { requestId })).toMatchObject({ error: { code: "not_found" } });
    const { state, since } = await row(requestId);
    expect(state).toBe("WITHDRAWN");
    expect((await erasures()).map(({ runAt }) => runAt)).toEqual([since + 30 * DAY]);
    await erase({ requestId });
    expect((await row(requestId)).wrappedKey).toBeNull();
    expect(await read().select().from(t.manualFiles)).toEqual([]);
    await begun(at);
  });

  it("ends until it is carried out, and staff see that it did", async () => {
    const requestId = await proven(at);
    expect((await withdrawManual(at.applicant, { requestId, version: 3 })).ok).toBe(true);
    expect(await listTickets(at.staff)).toMatchObject({ value: [{ id: requestId, state: "WITHDRAWN" }] });
    expect(await withdrawManual(at.applicant, { requestId, version: 4 })).toMatchObject({
      error: { reason: "manual.over" },
    });
  });
});

describe("a request that is never handed in", () => {
  it("lapses as long after its last document as a draft lasts, to the moment, and its holder is told", async () => {
    const requestId = await begun(at);
    const begin = (await row(requestId)).since;
    setTestClocks(begin + 10 * DAY);
    expect((await put(at, requestId, "LICENCE", "SINGLE")).ok).toBe(true);
    await sweepAt(begin + 40 * DAY - 1);
    expect((await row(requestId)).state).toBe("PREPARING");
    await sweepAt(begin + 40 * DAY);
    expect(await row(requestId)).toMatchObject({ state: "LAPSED", version: 2 });
    expect(await told()).toEqual(["manual_lapsed"]);
    expect((await erasures()).map(({ runAt }) => runAt)).toEqual([begin + 70 * DAY]);
    await sweepAt(begin + 41 * DAY);
    expect(await told()).toEqual(["manual_lapsed"]);
    expect((await viewOf(at)).requests).toMatchObject([{ state: "LAPSED" }]);
    await begun(at);
  });

  it("is another thing than one that waits for staff", async () => {
    const requestId = await filled(at);
    await submitManual(at.applicant, { requestId, version: 1 });
    await sweepAt((await row(requestId)).since + 400 * DAY);
    expect((await row(requestId)).state).toBe("SUBMITTED");
    expect(await erasures()).toEqual([]);
  });
});
