import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { HOUR, MINUTE, newWorld, orderNow, SITE, type World } from "../testing";
import { loadFacts } from "./load-facts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

/** The persona's first website, filed. */
async function filed() {
  const seed = world.seedOf("filed");
  const applicant = await world.approved(seed, SITE);
  await world.pass(11 * MINUTE);
  await verifyBySms(seed.lead);
  await world.pass(HOUR);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(5_000);
  const { snapshot } = await orderNow(applicant.orderId);
  return { seed, number: snapshot.filing?.entityNumber ?? "" };
}

const asking = (certNo: string, domain: string, person = {}): ApplicationDraft => ({
  schemaVersion: 1,
  entity: { nature: 4, certType: 1, certNo },
  people: [{ id: "ppl_mine01", ...person }],
  services: [{ kind: "WEBSITE", id: "svc_mine01", domain, lead: "ppl_mine01" }],
});

async function factsFor(persona: string, app: ApplicationDraft) {
  const { accountId } = await world.actor(persona);
  return loadFacts({ accountId: accountId ?? "", orderId: null, atAuthority: false }, app);
}

describe("what is filed", () => {
  it("is known whole to the account that filed it", async () => {
    const { seed, number } = await filed();
    const [domain = ""] = seed.domains;
    const facts = await factsFor("filed", asking(seed.account.idNo, domain));
    expect(facts.registry).toMatchObject({ entityKnownHere: true, recordNumber: number });
    expect(facts.registry?.filed).toMatchObject({
      name: seed.account.realName,
      certNo: seed.account.idNo,
      entityLead: { name: seed.lead.name, idNo: seed.lead.idNo, phone: seed.lead.phone },
      services: [
        { number: `${number}-1`, kind: "WEBSITE", name: SITE.name, domains: [domain], accessHere: true },
      ],
    });
    expect(facts.registry?.filed?.services[0]?.lead).toMatchObject({ phone: seed.lead.phone });
    expect(facts.domains?.[domain]).toMatchObject({ filed: "same-entity", filedNumber: number });
  });

  it("shows another account no more than the public register does", async () => {
    const { seed, number } = await filed();
    const [domain = ""] = seed.domains;
    const { registry } = await factsFor("fresh-unit", asking(seed.account.idNo, domain));
    expect(registry).toMatchObject({ entityKnownHere: false, entityInOtherAccount: true });
    expect(registry?.filed).toMatchObject({
      certNo: null,
      entityLead: null,
      name: seed.account.realName,
      services: [{ number: `${number}-1`, domains: [domain], lead: null, preApprovals: null }],
    });
    expect(JSON.stringify(registry)).not.toContain(seed.lead.phone);
  });

  it("is nothing for a newcomer, and keeps an account to its one entity", async () => {
    const { seed } = await filed();
    const other = world.seedOf("fresh-unit").account.idNo;
    expect((await factsFor("fresh-unit", asking(other, "new-sample.cn"))).registry?.filed).toBeNull();
    const own = await factsFor("filed", asking(seed.account.idNo, "new-sample.cn"));
    expect(own.account?.holdsOtherEntity).toBe(false);
    expect((await factsFor("filed", asking(other, "new-sample.cn"))).account?.holdsOtherEntity).toBe(true);
  });
});

describe("people", () => {
  it("are known by the documents other entities used, by path only", async () => {
    const { seed } = await world.inReview("fresh-unit");
    const mine = asking(world.seedOf("filed").account.idNo, "new-sample.cn", { idNo: seed.lead.idNo });
    const { others } = await factsFor("filed", mine);
    expect(others?.idsUsedElsewhere).toEqual(["people[ppl_mine01].idNo"]);
    expect(JSON.stringify(others)).not.toContain(seed.lead.idNo);
  });

  it("have proven the account's own security phone, and no other", async () => {
    const seed = world.seedOf("filed");
    const with1 = (phone1: string) => asking(seed.account.idNo, "new-sample.cn", { phone1 });
    const proven = async (phone: string) => (await factsFor("filed", with1(phone))).account?.provenPhones;
    expect(await proven(seed.lead.phone)).toEqual(["people[ppl_mine01].phone1"]);
    expect(await proven("13800009999")).toEqual([]);
  });
});
