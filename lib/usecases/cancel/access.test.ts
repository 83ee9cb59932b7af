import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { openAccess } from "@/lib/authority/sandbox/accesses";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { SMOOTH, type Traffic } from "@/lib/authority/sandbox/traffic";
import { saveTraffic } from "@/lib/authority/sandbox/usecases/desk-traffic";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { ok } from "@/lib/filing/shared/result";
import { setPolicy } from "../accounts/testing";
import { getServer } from "../codes/get-server";
import { MINUTE, newWorld, orderNow, type World } from "../testing";
import { getCancellation } from "./get-cancellation";
import { sendCancelCode } from "./send-cancel-code";
import { startCancellation } from "./start-cancellation";
import { begin, begun, type Filed, fileTwo, filledIn, WHO } from "./testing";

let world: World;
let filed: Filed;
beforeEach(async () => {
  world = await newWorld();
  filed = await fileTwo(world);
});
afterEach(() => world.dispose());

const access = (index = 1): CancelTarget => ({
  type: "CANCEL_ACCESS",
  entityId: filed.entityId,
  services: [filed.services[index]?.id ?? ""],
});
const refused = (reason: string) => ({ ok: false, error: { reason } });
const servedElsewhere = () =>
  inStore(async (tx) => ok(await openAccess(tx, filed.services[1]?.number ?? "", "other-provider", 0)));
const noLine = async (down: Traffic["down"]) =>
  saveTraffic(await world.actor("officer"), { ...SMOOTH, down });

describe("a server on which something is cancelled", () => {
  it("shows each place once: a cancellation asks for none", async () => {
    const actor = await world.actor(WHO);
    const [place] = await read().select().from(t.accesses);
    const slots = async () => {
      const page = await getServer(actor, { resourceId: place?.resourceId ?? "" });
      return page.ok && "own" in page.value ? page.value.own.slots : [];
    };
    const before = await slots();
    expect(before.length).toBeGreaterThan(0);
    await begun(
      world,
      { ...access(), services: filed.services.map(({ id }) => id), type: "CANCEL_SERVICE" },
      {
        lastService: true,
      },
    );
    expect(await slots()).toEqual(before);
  });
});

describe("a provider that keeps the only access (cancel.onlyAccess)", () => {
  it("allows it as shipped, and the page warns", async () => {
    const view = await getCancellation(await world.actor(WHO), access());
    expect(view).toMatchObject({ ok: true, value: { whyNot: null, asksNobody: true } });
    expect(await begin(world, access())).toMatchObject({ ok: true });
  });

  it("says no where nobody else serves it, on the page and when somebody sends it all the same", async () => {
    const input = await filledIn(world, access());
    await setPolicy("cancel.onlyAccess", "refuse");
    const actor = await world.actor(WHO);
    expect(await getCancellation(actor, access())).toMatchObject({ value: { whyNot: "only-access" } });
    expect(await startCancellation(actor, input)).toMatchObject(refused("cancel.only-access"));
    // A service that goes altogether needs nobody else to serve it.
    const service = { ...access(), type: "CANCEL_SERVICE" as const };
    expect(await getCancellation(actor, service)).toMatchObject({ value: { whyNot: null } });
  });

  it("lets it go where somebody else serves it, and another one's access is not its", async () => {
    await setPolicy("cancel.onlyAccess", "refuse");
    await servedElsewhere();
    const actor = await world.actor(WHO);
    expect(await getCancellation(actor, access(0))).toMatchObject({ value: { whyNot: "only-access" } });
    expect(await getCancellation(actor, access())).toMatchObject({ value: { whyNot: null } });
    const orderId = await begun(world, access());
    await world.pass(MINUTE);
    await world.pass(MINUTE);
    expect((await orderNow(orderId)).snapshot.state).toBe("AUTHORITY_REVIEW");
  });

  it("does not take silence for somebody else", async () => {
    await setPolicy("cancel.onlyAccess", "refuse");
    await servedElsewhere();
    await noLine(100);
    const actor = await world.actor(WHO);
    expect(await getCancellation(actor, access())).toMatchObject({ value: { whyNot: "access-unknown" } });
  });
});

describe("a member of the account", () => {
  /** Somebody who was asked in by the owner. */
  async function member() {
    const [owner, mate] = [await world.actor(WHO), await world.actor("fresh-person")];
    const accountId = owner.accountId ?? "";
    const row = { accountId, userId: mate.userId, role: "member" } as const;
    await withTransaction((tx) => tx.insert(t.accountMembers).values(row));
    return { ...mate, accountId, accountIds: [...mate.accountIds, accountId] };
  }

  it("gives up no access where nobody is asked for a code; the owner does", async () => {
    const [mate, input] = [await member(), await filledIn(world, access())];
    expect(await getCancellation(mate, access())).toMatchObject({ value: { whyNot: "owner-only" } });
    expect(await startCancellation(mate, input)).toMatchObject({
      error: { code: "forbidden", reason: "cancel.owner-only" },
    });
    // A service goes by its lead's code, whoever of the account asks.
    const service = { ...access(), type: "CANCEL_SERVICE" as const };
    expect(await getCancellation(mate, service)).toMatchObject({ value: { whyNot: null } });
    expect(await startCancellation(await world.actor(WHO), input)).toMatchObject({ ok: true });
  });

  it("gives it up with the lead's code where he is asked", async () => {
    await setPolicy("cancel.confirmBy.access", ["PHONE"]);
    const [mate, input] = [await member(), await filledIn(world, access())];
    expect(await getCancellation(mate, access())).toMatchObject({ value: { whyNot: null } });
    expect(await startCancellation(mate, input)).toMatchObject({ ok: true });
  });
});

describe("a provider that asks the service lead before access ends (cancel.confirmBy.access)", () => {
  it("wants his code, by the ways it opened", async () => {
    await setPolicy("cancel.confirmBy.access", ["PHONE"]);
    const actor = await world.actor(WHO);
    const input = await filledIn(world, access());
    expect(input.codes).toHaveLength(1);
    expect(await startCancellation(actor, { ...input, codes: [] })).toMatchObject(
      refused("cancel.code-none"),
    );
    const [code] = input.codes;
    const byMail = await sendCancelCode(actor, {
      ...access(),
      personId: code?.personId ?? "",
      channel: "EMAIL",
    });
    expect(byMail).toMatchObject(refused("cancel.channel-closed"));
    expect(await startCancellation(actor, input)).toMatchObject({ ok: true });
  });

  it("sends none as shipped, and takes none", async () => {
    const actor = await world.actor(WHO);
    const input = await filledIn(world, access());
    expect(input.codes).toEqual([]);
    const asked = await sendCancelCode(actor, { ...access(), personId: "lead", channel: "PHONE" });
    expect(asked).toMatchObject({ ok: false });
  });
});
