import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { entityOf, personOf } from "@/lib/boot/seed/situations-documents";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { blocking, checkApplication } from "@/lib/filing/rules";
import type { Facts } from "@/lib/filing/rules/facts";
import { begun, fileTwo } from "../cancel/testing";
import { abandonOrder } from "../orders/command-order";
import { openDraft } from "../orders/store";
import { approveOrder } from "../review/approve-order";
import { getWorkbench } from "../review/get-workbench";
import { MINUTE, newWorld, orderNow, seen, type World } from "../testing";
import { loadFacts, loadRuleContext } from "./load-facts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

/** The facts somebody else meets who files with these people and domains. */
async function factsOf(
  persona: string,
  change: (app: ApplicationDraft) => ApplicationDraft = (app) => app,
): Promise<Facts> {
  const seed = world.seedOf(persona);
  const { accountId } = await world.actor(persona);
  const app: ApplicationDraft = {
    schemaVersion: 1,
    entity: { ...entityOf(seed), entityLead: "ppl_mine01" },
    people: [personOf("ppl_mine01", seed.lead, "lead@example.cn")],
    services: [{ kind: "WEBSITE", id: "svc_mine01", domain: "mine-sample.cn", lead: "ppl_mine01" }],
  };
  return loadFacts({ accountId: accountId ?? "", orderId: null, atAuthority: false }, change(app));
}

describe("facts of other orders", () => {
  it("know a phone that another account uses, by its path only", async () => {
    const { seed } = await world.inReview("fresh-unit");
    const taken = (field: "phone1" | "phone2" | "emergencyPhone") =>
      factsOf("filed", (app) => ({
        ...app,
        people: app.people.map((p) => ({ ...p, [field]: seed.lead.phone })),
      }));
    expect((await factsOf("filed")).others?.phonesUsedElsewhere).toEqual([]);
    for (const field of ["phone1", "phone2", "emergencyPhone"] as const)
      expect((await taken(field)).others?.phonesUsedElsewhere).toEqual([`people[ppl_mine01].${field}`]);
    expect(JSON.stringify((await taken("phone1")).others)).not.toContain(seed.lead.phone);
  });

  it("do not mind one's own account, nor drafts, nor orders given up", async () => {
    const mine = async () =>
      (
        await factsOf("filed", (app) => ({
          ...app,
          people: app.people.map((p) => ({ ...p, phone1: world.seedOf("fresh-unit").lead.phone })),
          services: app.services.map((service) => ({
            ...service,
            domain: world.seedOf("fresh-unit").domains[0],
          })),
        }))
      ).others;
    const nothing = { phonesUsedElsewhere: [], domainsInOtherOrders: [] };
    const applicant = await world.applicant("fresh-unit");
    await applicant.start();
    await applicant.fillPeople();
    expect(await mine()).toMatchObject(nothing);
    await applicant.fillWebsites();
    await applicant.upload(world.clock);
    await applicant.submit();
    const used = {
      phonesUsedElsewhere: ["people[ppl_mine01].phone1"],
      domainsInOtherOrders: ["yunshan-demo.cn"],
    };
    expect(await mine()).toMatchObject(used);
    const own = await orderNow(applicant.orderId);
    const draft = await openDraft(read(), own);
    const context = draft.ok ? await loadRuleContext(own, draft.value.application) : null;
    expect(context?.facts.others).toMatchObject(nothing);
    expect(context?.facts.account?.otherOpenOrders).toBe(0);
    await abandonOrder(await world.actor("fresh-unit"), { orderId: applicant.orderId });
    expect(await mine()).toMatchObject(nothing);
  });

  it("know a service lead of another unit, and not the organiser's own person of a person's order", async () => {
    const unit = await world.inReview("fresh-unit");
    const person = await world.inReview("fresh-person", {
      name: "夏日读书札记",
      contents: [24],
      remark: "个人网站，记录读书心得与摘抄，不含任何单位信息。",
    });
    const led = async (idNo: string) =>
      (await factsOf("filed", (app) => ({ ...app, people: app.people.map((p) => ({ ...p, idNo })) }))).others
        ?.serviceLeadElsewhere;
    expect(await led(unit.seed.lead.idNo)).toEqual(["ppl_mine01"]);
    expect(await led(person.seed.lead.idNo)).toEqual([]);
  });

  it("do not mind the same organiser in another account, a cancellation, nor what has ended", async () => {
    const filed = await fileTwo(world);
    const { lead, account } = world.seedOf("fresh-unit");
    const seen = async (certNo?: string) =>
      (
        await factsOf("filed", (app) => ({
          ...app,
          entity: { ...app.entity, ...(certNo && { certNo }) },
          people: app.people.map((p) => ({ ...p, idNo: lead.idNo, phone1: lead.phone })),
        }))
      ).others;
    const used = {
      phonesUsedElsewhere: ["people[ppl_mine01].phone1"],
      serviceLeadElsewhere: ["ppl_mine01"],
    };
    const nothing = { phonesUsedElsewhere: [], serviceLeadElsewhere: [] };
    expect(await seen()).toMatchObject(used);
    expect(await seen(account.idNo)).toMatchObject(nothing);
    await begun(world, { type: "CANCEL_ENTITY", entityId: filed.entityId, services: [] });
    expect(await seen()).toMatchObject(used);
    await world.pass(MINUTE);
    await verifyBySms(lead);
    await world.pass(MINUTE);
    await approveAtDesk(await world.actor("officer"), account.realName);
    await world.pass(MINUTE);
    expect(await seen()).toMatchObject(nothing);
  });

  it("know an organiser another account files already", async () => {
    await world.inReview("fresh-unit");
    const certNo = world.seedOf("fresh-unit").account.idNo;
    const facts = await factsOf("filed", (app) => ({ ...app, entity: { ...app.entity, certNo } }));
    expect(facts.registry).toMatchObject({ organizerInFlight: true, entityFiled: false });
    expect((await factsOf("filed")).registry).toMatchObject({ organizerInFlight: false });
  });
});

describe("a source that cannot answer", () => {
  const spoil = {
    domains: () =>
      withTransaction(async (tx) => {
        await tx.update(t.sandboxDomains).set({ ownerEnc: Buffer.from("damaged") });
      }),
    business: () =>
      withTransaction(async (tx) => {
        await tx.update(t.sandboxBusinesses).set({ recordEnc: Buffer.from("damaged") });
      }),
    authority: async () =>
      writeFileSync(join(world.dataDir, "authority.db"), "no database at all ".repeat(400)),
  };

  it.each([
    ["domains", ["domains"]],
    ["business", ["business"]],
    ["authority", ["domains", "registry"]],
  ] as const)("leaves its facts unknown, which blocks and accuses nobody: %s", async (source, absent) => {
    const domain = world.seedOf("filed").domains[0];
    const named = (app: ApplicationDraft) => ({
      ...app,
      services: app.services.map((service) => ({ ...service, domain })),
    });
    if (source !== "authority") {
      const before = await factsOf("filed", named);
      for (const key of absent) expect(before[key], key).toBeDefined();
    }
    await spoil[source]();
    const facts = await factsOf("filed", named);
    const all = ["account", "domains", "registry", "business", "materials", "others", "resources"] as const;
    expect(all.filter((key) => facts[key] === undefined)).toEqual(absent);
  });

  it("stops the applicant and the reviewer alike, and says which", async () => {
    const applicant = await world.inReview("fresh-unit");
    const { orderId } = applicant;
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    await lin.call(world.clock, orderId, "REACHED_OK");
    await spoil.business();
    const actor = await world.actor("reviewer-lin");
    expect(await approveOrder(actor, { ...(await seen(orderId)), overrideReason: "" })).toMatchObject({
      error: { reason: "order.errors-open", params: { count: 1 } },
    });
    const bench = await getWorkbench(actor, { orderId });
    const errors = bench.ok ? blocking(bench.value.findings) : [];
    expect(errors).toMatchObject([{ rule: "facts.missing", params: { fact: "business" } }]);

    const other = await world.applicant("filed");
    await other.start();
    await other.fillPeople();
    await other.fillWebsites();
    await other.upload(world.clock);
    await expect(other.submit()).rejects.toThrow("order.findings-open");
  });
});

describe("facts of the account", () => {
  it("count services that run on a server, and come from nobody else's", async () => {
    const applicant = await world.inReview("fresh-unit");
    const order = await orderNow(applicant.orderId);
    const draft = await openDraft(read(), order);
    if (!draft.ok) throw new Error("unreadable");
    const { application } = draft.value;
    const context = await loadRuleContext(order, application);
    expect(blocking(checkApplication(context, { unknown: "block" }))).toEqual([]);
    const [server] = Object.values(context.facts.resources ?? {});
    expect(server).toMatchObject({ used: 0, prepaid: true });
    const { accountId } = await world.actor("filed");
    const stranger = await loadFacts(
      { accountId: accountId ?? "", orderId: null, atAuthority: false },
      application,
    );
    expect(stranger.resources).toEqual({});
  });

  it("have no name before the real-name check", async () => {
    await withTransaction(async (tx) => {
      const { accountId } = await world.actor("fresh-unit");
      await tx
        .update(t.accounts)
        .set({ realNameVerifiedAt: null })
        .where(eq(t.accounts.id, accountId ?? ""));
    });
    expect((await factsOf("fresh-unit")).account).toMatchObject({ realName: null, realNameVerifiedAt: null });
  });
});
