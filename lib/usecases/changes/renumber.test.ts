import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { gateway } from "@/lib/authority";
import { entityContents, sealContents } from "@/lib/authority/sandbox/contents";
import * as register from "@/lib/authority/sandbox/store/schema";
import { inStore } from "@/lib/authority/sandbox/store/transaction";
import { certIndex } from "@/lib/authority/sandbox/submissions";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { SectionValue } from "@/lib/filing/application/draft-sections";
import { ok } from "@/lib/filing/shared/result";
import { getSection } from "../orders/get-section";
import { getTaskList } from "../orders/get-task-list";
import { changeRegistry } from "../registry/change-registry";
import { getFilingHistory } from "../registry/get-filing";
import { heldByNumber } from "../registry/held";
import { newWorld, SITE, type World } from "../testing";
import { getChangeStart } from "./get-change-start";
import { begin, edit, type Filed, filedBy, heldNow, settle } from "./testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const OLD = "310115000000017";

/** Filed before licences had one code for everything: here, and at the authority. */
async function filedLongAgo(): Promise<Filed> {
  const filed = await filedBy(world, "filed", SITE);
  const document = (await heldNow(filed)).entity?.document;
  if (document === undefined) throw new Error("nothing filed");
  const application: ApplicationDraft = {
    ...{ schemaVersion: 1, people: [...document.people], services: [] },
    entity: { ...document.entity, certNo: OLD },
  };
  await withTransaction(async (tx) => {
    const held = await heldByNumber(tx, filed.number);
    const event = { type: "approved", orderType: "CHANGE_ENTITY", entityNumber: filed.number } as const;
    const cause = { orderId: "order-old", notice: null, accountId: filed.actor.accountId };
    const at = world.clock.now();
    return ok(await changeRegistry(tx, held, { ...event, services: {}, application }, { ...cause, at }));
  });
  await inStore(async (tx) => {
    const contentsEnc = sealContents(filed.number, entityContents(application));
    await tx
      .update(register.registerEntities)
      .set({ certIdx: certIndex(OLD), contentsEnc })
      .where(eq(register.registerEntities.number, filed.number));
    return ok(null);
  });
  return filed;
}
const numbered = (certNo: string) => (value: SectionValue) => ({ ...value, certNo }) as SectionValue;

it("an old registration number gives way to the unified code of the same unit, from the page to both registers", async () => {
  const filed = await filedLongAgo();
  const { idNo: code } = filed.seed.account;
  const start = await getChangeStart(filed.actor, { entityId: filed.entityId });
  expect(start).toMatchObject({ value: { why: null } });
  const { applicant, orderId } = await begin(world, filed, { entity: true });
  const page = await getSection(filed.actor, { orderId, section: "entity" });
  const locks = page.ok ? page.value.change?.locks : {};
  expect([locks?.["entity.certNo"], locks?.["entity.province"]]).toEqual([undefined, "province"]);
  // The number of somebody else is no newer writing of this one.
  await edit(filed.actor, orderId, "entity", numbered("310115000000025"));
  const wrong = await getTaskList(filed.actor, { orderId });
  const said = wrong.ok ? wrong.value.tasks.find(({ id }) => id === "entity") : undefined;
  expect(said?.status).not.toBe("done");
  await edit(filed.actor, orderId, "entity", numbered(code));
  await applicant.upload(world.clock);
  await applicant.submit();
  const lin = await world.reviewer("reviewer-lin");
  await lin.claim(orderId);
  await lin.call(world.clock, orderId, "REACHED_OK");
  await lin.approve(orderId);
  await settle(world, filed.seed, orderId);

  const { entity } = await heldNow(filed);
  expect([entity?.number, entity?.document.entity.certNo]).toEqual([filed.number, code]);
  expect(await gateway().lookUp({ certNo: code })).toMatchObject({
    entity: { filed: true, number: filed.number },
  });
  expect((await gateway().lookUp({ certNo: OLD })).entity?.filed).not.toBe(true);
  const history = await getFilingHistory(filed.actor, { entityId: filed.entityId });
  const last = history.ok ? history.value.lines.at(-1) : undefined;
  expect(last).toMatchObject({ change: "entity_changed", by: { kind: "order", id: orderId } });
  // It has the unified code now: the next change leaves the number as it is.
  const again = await begin(world, filed, { entity: true });
  const next = await getSection(filed.actor, { orderId: again.orderId, section: "entity" });
  expect(next.ok && next.value.change?.locks["entity.certNo"]).toBe("certificate");
  expect(await read().select().from(t.entities)).toHaveLength(1);
});
