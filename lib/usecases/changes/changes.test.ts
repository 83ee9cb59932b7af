import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { personOf } from "@/lib/boot/seed/situations-documents";
import type { PersonDraft } from "@/lib/filing/application/draft";
import type { PeopleSection, SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { ok } from "@/lib/filing/shared/result";
import { editServiceList } from "../orders/edit-services";
import { getCheck } from "../orders/get-check";
import { getSection } from "../orders/get-section";
import { getTaskList } from "../orders/get-task-list";
import { readOwnDraft } from "../orders/own-draft";
import { submitOrder } from "../orders/submit-order";
import { changeRegistry } from "../registry/change-registry";
import { getFilingHistory } from "../registry/get-filing";
import { heldByNumber } from "../registry/held";
import { getWorkbench } from "../review/get-workbench";
import { newWorld, orderNow, SECOND_SITE, SITE, type World } from "../testing";
import { getChangeStart } from "./get-change-start";
import { startChange } from "./start-change";
import { takeFiled } from "./take-filed";
import { begin, edit, type Filed, filedBy, heldNow, settle, smsTo } from "./testing";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const named = (name: string) => (value: SectionValue) => ({ ...value, name }) as SectionValue;
async function serviceKey({ actor }: Filed, orderId: string, index = 0): Promise<SectionId> {
  const own = await readOwnDraft(actor, orderId);
  return `service:${own.ok ? own.value.draft.application.services[index]?.id : ""}` as SectionId;
}
async function reviewed(filed: Filed, orderId: string) {
  const applicant = await world.resume(filed.seed, orderId);
  await applicant.upload(world.clock);
  await applicant.submit();
  const lin = await world.reviewer("reviewer-lin");
  await lin.claim(orderId);
  await lin.call(world.clock, orderId, "REACHED_OK");
  return lin;
}
const leadBy = (person: PersonDraft) => (value: SectionValue) => {
  const { people, serviceLeads, ...rest } = value as PeopleSection;
  const leads = Object.fromEntries(Object.keys(serviceLeads).map((id) => [id, person.id]));
  return { ...rest, people: [...people, person], serviceLeads: leads };
};

describe("a change of a service", () => {
  it("goes from what is filed to the register, and only the new lead verifies", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const { orderId } = await begin(world, filed, { services: [...filed.services] });
    const key = await serviceKey(filed, orderId);
    const { second } = filed.seed;
    if (second === null) throw new Error("the persona has one person only");
    expect(await edit(filed.actor, orderId, key, named("云样例新站"))).toMatchObject({ ok: true });
    const lead = personOf("ppl_newlead1", second, "second@sample.cn");
    expect(await edit(filed.actor, orderId, "people", leadBy(lead))).toMatchObject({ ok: true });

    const tasks = await getTaskList(filed.actor, { orderId });
    if (!tasks.ok) throw new Error(tasks.error.code);
    expect(tasks.value.change).toMatchObject({ verify: [second.name], stands: "same" });
    expect(tasks.value.tasks.map(({ id, status }) => [id, status === "kept"])).toEqual([
      ["entity", true],
      [key, false],
      ["people", false],
      ["materials", false],
      ["check", false],
    ]);
    const lin = await reviewed(filed, orderId);
    const check = await getCheck(filed.actor, { orderId });
    const shown = check.ok ? (check.value.filed?.groups ?? []) : [];
    const name = shown.flatMap(({ fields }) => fields).find(({ key: field }) => field === "service.name");
    expect(name).toMatchObject({ before: [SITE.name], after: ["云样例新站"] });
    const bench = await getWorkbench(await world.actor("reviewer-lin"), { orderId });
    const fields = bench.ok ? bench.value.groups.flatMap((group) => group.fields) : [];
    expect(fields.filter(({ differs }) => differs).map(({ key: field }) => field)).toContain("service.name");
    expect(fields.find(({ key: field }) => field === "service.name")).toMatchObject({ filed: [SITE.name] });

    await lin.approve(orderId);
    const before = await heldNow(filed);
    await settle(world, filed.seed, orderId);
    expect((await smsTo(orderId)).map(({ id }) => id)).toEqual(["ppl_newlead1"]);
    const after = await heldNow(filed);
    expect(after.services[0]).toMatchObject({
      number: before.services[0]?.number,
      document: { name: "云样例新站", leadPerson: { name: second.name } },
      domains: before.services[0]?.domains,
    });
    expect(after.entity).toEqual(before.entity);
    const history = await getFilingHistory(filed.actor, { entityId: filed.entityId });
    const lines = history.ok
      ? history.value.lines.filter(({ by }) => by.kind === "order" && by.id === orderId)
      : [];
    expect(new Set(lines.map(({ change }) => change))).toEqual(new Set(["service_changed"]));
    // Long after, old and new still stand beside each other.
    const later = await getCheck(filed.actor, { orderId });
    expect(later.ok && later.value.filed).toMatchObject({ summary: { stands: "same" } });
  });

  it("cannot be submitted while nothing differs", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const { applicant } = await begin(world, filed, { services: [...filed.services] });
    await applicant.upload(world.clock);
    await expect(applicant.submit()).rejects.toThrow("order.findings-open");
  });
});

describe("a change of both", () => {
  it("has the organiser's lead verify for his part, and whoever leads the changed service", async () => {
    const filed = await filedBy(world, "filed", SITE, SECOND_SITE);
    const { orderId } = await begin(world, filed, { entity: true, services: [...filed.services] });
    await edit(
      filed.actor,
      orderId,
      "entity",
      (value) => ({ ...value, commAddress: "上海市徐汇区样例路 9 号 8 层 801 室" }) as never,
    );
    await edit(filed.actor, orderId, await serviceKey(filed, orderId, 1), named("云样例帮助站"));
    const lin = await reviewed(filed, orderId);
    await lin.approve(orderId);
    await settle(world, filed.seed, orderId);
    const people = await smsTo(orderId);
    expect(people.map(({ name }) => name).sort()).toEqual(
      [filed.seed.lead.name, filed.seed.second?.name].sort(),
    );
    const registry = await heldNow(filed);
    expect(registry.entity?.document.entity.commAddress).toContain("801");
    expect(registry.services.map(({ document }) => document.name)).toEqual([SITE.name, "云样例帮助站"]);
  });
});

describe("what is refused", () => {
  it("a record of somebody else, a service of another record, an unknown one: not there", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const stranger = await world.actor("fresh-unit");
    const input = { entityId: filed.entityId, entity: true, services: [] };
    expect(await startChange(stranger, input)).toMatchObject({ error: { code: "not_found" } });
    expect(await getChangeStart(stranger, input)).toMatchObject({ error: { code: "not_found" } });
    expect(
      await startChange(filed.actor, { ...input, services: ["01900000-0000-7000-8000-000000000000"] }),
    ).toMatchObject({ error: { code: "not_found" } });
  });

  it("two tabs at once: one order", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const input = { entityId: filed.entityId, entity: true, services: [] };
    const both = await Promise.all([startChange(filed.actor, input), startChange(filed.actor, input)]);
    expect(both.map(({ ok: done }) => done).sort()).toEqual([false, true]);
    expect(both.find(({ ok: done }) => !done)).toMatchObject({
      error: { code: "wrong_state", reason: "change.not-now", params: { why: "open-order" } },
    });
    const orders = await read().select().from(t.orders);
    expect(orders.filter(({ type }) => type === "CHANGE_ENTITY")).toHaveLength(1);
  });

  it("a write beyond the change, or to what never changes: nothing is saved", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const { orderId } = await begin(world, filed, { services: [...filed.services] });
    const locked = { error: { code: "invalid", reason: "change.locked" } };
    const version = async () => {
      const own = await readOwnDraft(filed.actor, orderId);
      return own.ok ? own.value.draft.version : null;
    };
    const before = await version();
    expect(await edit(filed.actor, orderId, "entity", named("别家公司"))).toMatchObject(locked);
    expect(
      await edit(
        filed.actor,
        orderId,
        await serviceKey(filed, orderId),
        (value) => ({ ...value, domain: "other.cn" }) as never,
      ),
    ).toMatchObject(locked);
    expect(
      await edit(filed.actor, orderId, "people", (value) => {
        const { people, ...rest } = value as PeopleSection;
        return { ...rest, people: people.map((one) => ({ ...one, phone1: "13900001111" })) };
      }),
    ).toMatchObject(locked);
    expect(
      await editServiceList(filed.actor, { orderId, operation: { op: "add", kind: "WEBSITE" } }),
    ).toMatchObject({ error: { reason: "change.list-closed" } });
    expect(await version()).toBe(before);
    const page = await getSection(filed.actor, { orderId, section: "entity" });
    expect(page.ok && page.value.change?.locks["entity.name"]).toBe("other-part");
  });
});

describe("a filing that moves while it is changed", () => {
  const by = { orderId: null, notice: 9, accountId: null };
  it("stops the change when the service was cancelled", async () => {
    const filed = await filedBy(world, "filed", SITE, SECOND_SITE);
    const { orderId } = await begin(world, filed, { services: [...filed.services] });
    await withTransaction(async (tx) => {
      const held = await heldByNumber(tx, filed.number);
      const numbers = [held.registry.services[0]?.number ?? ""];
      return ok(
        await changeRegistry(tx, held, { type: "struck", numbers }, { ...by, at: world.clock.now() }),
      );
    });
    const tasks = await getTaskList(filed.actor, { orderId });
    expect(tasks.ok && tasks.value.change?.stands).toBe("ended");
    expect(tasks.ok && tasks.value.general.map(({ rule, message }) => [rule, message])).toContainEqual([
      "change.moved",
      "ended",
    ]);
    expect(await takeFiled(filed.actor, { orderId })).toMatchObject({ error: { reason: "change.ended" } });
  });

  it("is put upon what is filed now, and keeps what was changed", async () => {
    const filed = await filedBy(world, "filed", SITE);
    const { orderId } = await begin(world, filed, { services: [...filed.services] });
    const key = await serviceKey(filed, orderId);
    await edit(filed.actor, orderId, key, named("云样例新站"));
    await withTransaction(async (tx) => {
      const held = await heldByNumber(tx, filed.number);
      const [service] = held.registry.services;
      const { leadPerson, ...document } = service?.document ?? {};
      const application = {
        schemaVersion: 1,
        entity: held.registry.entity?.document.entity,
        people: [leadPerson],
        services: [{ ...document, remark: "由管局通知更正的备注，长度足够说明用途。", name: "旧站改名" }],
      };
      const event = {
        type: "approved",
        orderType: "CHANGE_SERVICE",
        entityNumber: filed.number,
        services: { [(document as { id?: string }).id ?? ""]: service?.number ?? "" },
        application,
      };
      const cause = {
        ...by,
        orderId: "order-elsewhere",
        notice: null,
        accountId: filed.actor.accountId,
        at: world.clock.now(),
      };
      return ok(await changeRegistry(tx, held, event as never, cause));
    });
    const seen = await getTaskList(filed.actor, { orderId });
    expect(seen.ok && seen.value.change?.stands).toBe("moved");
    const own = await readOwnDraft(filed.actor, orderId);
    const version = own.ok ? own.value.draft.version : 0;
    expect(await submitOrder(filed.actor, { orderId, version, declarations: [] })).toMatchObject({
      ok: false,
    });
    expect(await takeFiled(await world.actor("fresh-unit"), { orderId })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await takeFiled(filed.actor, { orderId })).toMatchObject({ ok: true });
    const now = await readOwnDraft(filed.actor, orderId);
    expect(now.ok && now.value.draft.application.services[0]).toMatchObject({
      name: "云样例新站",
      remark: "由管局通知更正的备注，长度足够说明用途。",
    });
    const after = await getTaskList(filed.actor, { orderId });
    expect(after.ok && after.value.change).toMatchObject({ stands: "same", changed: 1 });
  });
});

describe("a lead filed without dates", () => {
  it("takes the organiser along, and says so before", async () => {
    const filed = await filedBy(world, "filed", SITE);
    await withTransaction(async (tx) => {
      const held = await heldByNumber(tx, filed.number);
      const document = held.registry.entity?.document;
      const people = document?.people.map(({ idValidTo: _to, idLongTerm: _long, ...one }) => one);
      const event = {
        ...{ type: "approved", orderType: "CHANGE_ENTITY", entityNumber: filed.number, services: {} },
        application: { schemaVersion: 1, entity: document?.entity, people, services: [] },
      };
      const cause = {
        orderId: "order-old",
        notice: null,
        accountId: filed.actor.accountId,
        at: world.clock.now(),
      };
      return ok(await changeRegistry(tx, held, event as never, cause));
    });
    const page = await getChangeStart(filed.actor, { entityId: filed.entityId });
    expect(page).toMatchObject({ value: { undated: true, services: [{ why: null }] } });
    const input = { entityId: filed.entityId, entity: false, services: [...filed.services] };
    const started = await startChange(filed.actor, input);
    expect(started).toMatchObject({ value: { widened: true } });
    const orderId = started.ok ? started.value.orderId : "";
    expect((await orderNow(orderId)).snapshot.type).toBe("CHANGE_FILING");
    const bases = await read().select().from(t.orderBases).where(eq(t.orderBases.orderId, orderId));
    expect(bases).toMatchObject([{ entityId: filed.entityId }]);
  });
});
