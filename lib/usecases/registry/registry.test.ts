import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import type { FieldChange } from "@/lib/filing/application/changes";
import { APP, app, approved, ENTITY, ONE, site, TWO } from "@/lib/filing/registry/testing";
import type { EntityDocument } from "@/lib/filing/registry/types";
import { ok } from "@/lib/filing/shared/result";
import { validEnterprise } from "@/lib/filing/testing/fixtures";
import { open, unwrap } from "@/lib/secrets";
import { completePackages } from "./complete-packages";
import { entityAad, heldByNumber } from "./held";
import { historyAad } from "./history-writer";
import { type RegistryWorld, registryWorld } from "./testing";

let world: RegistryWorld;
let say: RegistryWorld["say"];
let accounts: RegistryWorld["accounts"];
beforeEach(async () => {
  world = await registryWorld();
  ({ say, accounts } = world);
});
afterEach(() => world.dispose());

const file = () =>
  say(
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [APP, app(1)],
    ]),
  );
const everything = async () => ({
  entities: await read().select().from(t.entities),
  services: await read().select().from(t.services),
  domains: await read().select().from(t.serviceDomains),
  packages: await read().select().from(t.appPackages),
  accesses: await read().select().from(t.accesses),
  history: await read().select().from(t.registryHistory),
});
const history = async () =>
  (await read().select().from(t.registryHistory)).map(({ seq, change, about, path, orderId, notice }) =>
    [seq, change, about ?? path, orderId ?? notice].filter((part) => part !== null).join(" "),
  );

describe("the register in the database", () => {
  it("is what the changes say, each with the order or notice that made it", async () => {
    await file();
    const moved = app(1, { packages: [{ id: "pkg_0002", platform: "IOS", packageName: "com.sample.app1" }] });
    await say(approved("CHANGE_SERVICE", [[APP, moved]]), "order-2");
    const renamed = { ...validEnterprise().entity, name: "北京青禾文具集团有限公司" };
    await say(approved("CHANGE_ENTITY", [], { entity: renamed }), "order-3");
    await say({ type: "struck", numbers: [ONE] }, null);
    expect(await history()).toEqual([
      ...["1 entity_opened order-1", "2 service_opened order-1", "3 domain_opened site1.com order-1"],
      ...[
        "4 access_opened 192.0.2.1 order-1",
        "5 service_opened order-1",
        "6 domain_opened site1.com order-1",
      ],
      ...["7 package_opened ANDROID com.sample.app1 order-1", "8 access_opened 192.0.2.101 order-1"],
      ...["9 package_ended ANDROID com.sample.app1 order-2", "10 package_opened IOS com.sample.app1 order-2"],
      ...["11 entity_changed entity.name order-3", "12 access_ended 7", "13 domain_ended site1.com 7"],
      "14 service_ended 7",
    ]);
    const { entities, services, domains, packages, accesses } = await everything();
    expect(entities).toMatchObject([{ number: ENTITY, unitName: renamed.name, endedAt: null }]);
    expect(services.map(({ number, endedAt }) => [number, endedAt])).toEqual([
      [ONE, world.at()],
      [APP, null],
    ]);
    expect(domains.map(({ kind, endedAt }) => [kind, endedAt])).toEqual([
      ["WEBSITE", world.at()],
      ["APP", null],
    ]);
    expect(packages.filter(({ endedAt }) => endedAt === null)).toMatchObject([{ platform: "IOS" }]);
    expect(accesses.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
    const held = await heldByNumber(read(), ENTITY);
    expect(held.registry.entity?.document.entity.name).toBe(renamed.name);
    expect(held.registry.services[1]?.document).toMatchObject({ packages: [{ platform: "IOS" }] });
  });

  it("keeps values sealed under the record's key, and bound to their line", async () => {
    await file();
    const [entity] = (await everything()).entities;
    if (entity === undefined) throw new Error("nothing filed");
    const key = unwrap(entity.wrappedKey);
    await say(
      approved("CHANGE_ENTITY", [], { entity: { ...validEnterprise().entity, remark: "改" } }),
      "order-2",
    );
    const rows = (await everything()).history;
    const opened = rows[0]?.valueEnc ?? Buffer.alloc(0);
    expect(open<EntityDocument>(key, opened, entityAad(entity.id)).entity.name).toBe("北京青禾文具有限公司");
    const last = rows.at(-1);
    const sealed = last?.valueEnc ?? Buffer.alloc(0);
    const value = open<FieldChange>(key, sealed, historyAad(entity.id, last?.seq ?? 0));
    expect(value).toMatchObject({ path: "entity.remark", before: [], after: ["改"] });
    expect(() => open(key, sealed, historyAad(entity.id, 1))).toThrow();
  });

  it.each<[string, () => Promise<unknown>, string]>([
    [
      "of another account",
      () => say(approved("NEW_SERVICE_LOCAL", [[TWO, site(2)]]), "order-9", accounts[1]),
      "registry.other-account",
    ],
    ["given twice", () => say(approved("NEW_SERVICE_LOCAL", [[ONE, site(2)]])), "registry.number-taken"],
    [
      "whose domain is another organiser's website",
      () =>
        say(
          approved("FIRST_FILING", [["沪ICP备2026000009号-1", site(1)]], {}, "沪ICP备2026000009号"),
          "order-9",
          accounts[1],
        ),
      "registry.domain-taken",
    ],
  ])("refuses a number %s and writes nothing", async (_what, again, code) => {
    await file();
    const before = await everything();
    await expect(again()).rejects.toMatchObject({ name: "RegistryError", code });
    expect(await everything()).toEqual(before);
  });

  it("gives a domain on when its website has ended", async () => {
    await file();
    await say(approved("CANCEL_ENTITY", []), "order-2");
    const number = "沪ICP备2026000009号";
    await say(approved("FIRST_FILING", [[`${number}-1`, site(1)]], {}, number), "order-3", accounts[1]);
    const living = (await everything()).domains.filter(({ endedAt }) => endedAt === null);
    expect(living).toMatchObject([{ domain: "site1.com", orderId: "order-3" }]);
  });

  it("completes packages of APPs that were filed before they had rows, once", async () => {
    await file();
    const { packages } = await everything();
    await withTransaction(async (tx) =>
      ok(await tx.delete(t.appPackages).where(eq(t.appPackages.platform, "ANDROID"))),
    );
    expect([await completePackages(), await completePackages()]).toEqual([1, 0]);
    expect((await everything()).packages).toEqual(packages);
  });
});
