import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase } from "@/db/testing";
import { ok } from "@/lib/filing/shared/result";
import { gateway } from ".";
import { endAccesses, OTHER_PROVIDER, OWN_PROVIDER } from "./sandbox/accesses";
import { type EntityContents, openContents } from "./sandbox/contents";
import { readStore } from "./sandbox/store/client";
import * as t from "./sandbox/store/schema";
import { inStore } from "./sandbox/store/transaction";
import { sendUnasked } from "./sandbox/usecases/desk-register";
import {
  access,
  fileElsewhere,
  officer,
  RECORD,
  type RegisterWorld,
  registerWorld,
} from "./testing-register";

let world: RegisterWorld;
beforeEach(async () => {
  world = await registerWorld(freshDatabase());
});
afterEach(() => world.dispose());

describe("what an approval does to the organiser", () => {
  it.each([
    ["NEW_SERVICE_FOREIGN", { domains: ["new.cn"], numbers: [] }, "新名有限公司"],
    ["NEW_SERVICE_LOCAL", { domains: ["new.cn"], numbers: [] }, "旧名有限公司"],
    ["ACCESS_FILING", {}, "新名有限公司"],
    ["ACCESS_SERVICE", {}, "旧名有限公司"],
    ["CHANGE_SERVICE", {}, "旧名有限公司"],
    ["CHANGE_ENTITY", {}, "新名有限公司"],
    ["CHANGE_FILING", {}, "新名有限公司"],
  ] as const)("%s", async (orderType, given, name) => {
    await world.approved(access({ orderType, ...given }));
    expect(await world.shown(RECORD)).toMatchObject({ organiser: name });
    const [row] = await readStore()
      .select()
      .from(t.registerEntities)
      .where(eq(t.registerEntities.number, RECORD));
    const kept = openContents<EntityContents>(RECORD, row?.contentsEnc ?? null);
    expect(kept?.name ?? "旧名有限公司").toBe(name);
    // The record is one, whatever was filed below it.
    expect(await readStore().select().from(t.registerEntities)).toHaveLength(1);
  });

  it("leaves what is filed where access must match it", async () => {
    const number = "湘ICP备2021000007号";
    await fileElsewhere(number, "430000", "91430000MA01ELSE0X", "xiang.cn");
    await world.approved(
      access({
        ...{ province: "430000", certNo: "91430000MA01ELSE0X", recordNumber: number },
        ...{ domains: ["xiang.cn"], numbers: [`${number}-1`] },
      }),
    );
    expect(await world.shown(`${number}-1`)).toMatchObject({
      organiser: "旧名有限公司",
      serviceName: "旧名",
    });
    expect(await world.served(`${number}-1`)).toEqual([OTHER_PROVIDER, OWN_PROVIDER]);
  });

  it("takes the unified code for an older number, and no other certificate for a certificate", async () => {
    const other = "91110000MA01NEWR0X";
    const change = access({ orderType: "CHANGE_ENTITY", certNo: other });
    expect(await world.submit(change)).toEqual({ kind: "refused", code: "ORGANIZER_NOT_FILED" });
    const older = "110000123456789";
    await world.approved({ certNo: older, domains: ["older.cn"] });
    const recordNumber = "京ICP备2026000001号";
    expect(
      await world.approved({ ...change, recordNumber, domains: ["older.cn"], numbers: [] }),
    ).toMatchObject({
      entityNumber: recordNumber,
      services: {},
    });
    expect(await gateway().lookUp({ certNo: other })).toMatchObject({ entity: { number: recordNumber } });
    expect(await gateway().lookUp({ certNo: older })).toMatchObject({ entity: { filed: false } });
    expect(await world.submit({ ...change, certNo: "91110000MA01THEF0X", recordNumber })).toMatchObject({
      code: "ORGANIZER_NOT_FILED",
    });
  });
});

describe("what it does to services", () => {
  it("gives new ones numbers and us their access", async () => {
    expect(await world.approved({ domains: ["a.cn"] })).toMatchObject({
      services: { svc_web0: "京ICP备2026000001号-1" },
    });
    expect(await world.served("京ICP备2026000001号-1")).toEqual([OWN_PROVIDER]);
    await world.approved(access({ orderType: "NEW_SERVICE_FOREIGN", domains: ["new.cn"], numbers: [] }));
    expect(await world.shown(`${RECORD}-2`)).toMatchObject({ domains: ["new.cn"] });
    expect(await world.served(`${RECORD}-2`)).toEqual([OWN_PROVIDER]);
    expect(await world.served(`${RECORD}-1`)).toEqual([OTHER_PROVIDER]);
  });

  it.each(["ACCESS_FILING", "ACCESS_SERVICE"] as const)(
    "%s keeps number and all domains, and adds us to who serves it",
    async (orderType) => {
      expect(await world.approved(access({ orderType }))).toEqual({
        ...{ type: "approved", entityNumber: RECORD },
        services: { svc_web0: `${RECORD}-1` },
      });
      expect(await world.shown(`${RECORD}-1`)).toMatchObject({
        ...{ domains: ["more-old.cn", "old.cn"], serviceName: "清河书店0" },
        approvedAt: Date.parse("2021-06-01T10:00:00+08:00"),
      });
      expect(await world.served(`${RECORD}-1`)).toEqual([OTHER_PROVIDER, OWN_PROVIDER]);
    },
  );

  it("lets domains go that a change no longer names, and opens no access", async () => {
    await world.approved(access({ orderType: "CHANGE_SERVICE" }));
    expect(await world.shown(`${RECORD}-1`)).toMatchObject({ domains: ["old.cn"] });
    expect(await gateway().query({ domain: "more-old.cn" })).toEqual([]);
    expect(await world.served(`${RECORD}-1`)).toEqual([OTHER_PROVIDER]);
  });

  it("touches none when the organiser alone changes", async () => {
    expect(await world.approved(access({ orderType: "CHANGE_ENTITY" }))).toMatchObject({ services: {} });
    expect(await world.shown(`${RECORD}-1`)).toMatchObject({
      ...{ serviceName: "旧名", domains: ["more-old.cn", "old.cn"] },
    });
  });

  it("keeps website and app apart that share a domain", async () => {
    const app = { domains: [], numbers: [], apps: ["旧名导览"], appDomains: ["old.cn"] };
    expect(await world.approved(access({ ...app, appNumbers: [`${RECORD}-1A`] }))).toMatchObject({
      services: { svc_app0x: `${RECORD}-1A` },
    });
    expect(await world.served(`${RECORD}-1`)).toEqual([OTHER_PROVIDER]);
  });

  it("serves nobody what ended, and opens an access once", async () => {
    await world.approved(access());
    await world.approved(access());
    expect(await world.served(`${RECORD}-1`)).toEqual([OTHER_PROVIDER, OWN_PROVIDER]);
    await inStore(async (tx) =>
      ok(await endAccesses(tx, [`${RECORD}-1`], world.clock.now(), OTHER_PROVIDER)),
    );
    expect(await world.served(`${RECORD}-1`)).toEqual([OWN_PROVIDER]);
    await sendUnasked(officer, { number: RECORD, what: "cancelled" });
    expect(await world.served(`${RECORD}-1`)).toEqual([]);
    const rows = await readStore().select().from(t.registerEntities);
    expect(rows.map(({ contentsEnc, endedAt }) => [contentsEnc, endedAt])).toEqual([
      [null, world.clock.now()],
    ]);
  });
});
