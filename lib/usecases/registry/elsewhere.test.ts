import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { readStore } from "@/lib/authority/sandbox/store/client";
import { counters } from "@/lib/authority/sandbox/store/schema";
import { SMOOTH } from "@/lib/authority/sandbox/traffic";
import { saveTraffic } from "@/lib/authority/sandbox/usecases/desk-traffic";
import type { Actor } from "@/lib/filing/access";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { getCancellation } from "../cancel/get-cancellation";
import { sendCancelCode } from "../cancel/send-cancel-code";
import { startCancellation } from "../cancel/start-cancellation";
import { fileTwo, WHO } from "../cancel/testing";
import { startChange } from "../changes/start-change";
import { newWorld, type World } from "../testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

/** Calls that reached the line to the authority: each draws once whether it fails. */
const calls = async (): Promise<number> =>
  (await readStore().select().from(counters)).find(({ name }) => name === "traffic.down")?.value ?? 0;

describe("what the authority has besides", () => {
  it("is asked for whose record it is, and for nobody else", async () => {
    const { entityId } = await fileTwo(world);
    // A record without services here, so that a change asks, too.
    await withTransaction((tx) => tx.update(t.services).set({ endedAt: 1 }));
    await saveTraffic(await world.actor("officer"), { ...SMOOTH, down: 1 });
    const target: CancelTarget = { type: "CANCEL_ENTITY", entityId, services: [] };
    const confirmed = { ...target, typed: [], codes: [], understood: true, lastService: false };
    const code = { ...target, personId: "p1", channel: "PHONE" } as const;
    const ways: readonly ((who: Actor) => Promise<{ readonly ok: boolean }>)[] = [
      (who) => startChange(who, { entityId, entity: true, services: [] }),
      (who) => getCancellation(who, target),
      (who) => sendCancelCode(who, code),
      (who) => startCancellation(who, confirmed),
    ];
    const asked = async (who: Actor, way: (typeof ways)[number]) => {
      const before = await calls();
      const answer = await way(who);
      return { calls: (await calls()) - before, answer };
    };
    const [stranger, owner] = [await world.actor("fresh-person"), await world.actor(WHO)];
    for (const way of ways) {
      expect(await asked(stranger, way)).toMatchObject({
        calls: 0,
        answer: { error: { code: "not_found" } },
      });
      expect((await asked(owner, way)).calls).toBe(1);
    }
  });
});
