import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { queryPublic } from "@/lib/authority/sandbox/usecases/query-public";
import { seedFiledElsewhere } from "@/lib/boot/seed/elsewhere";
import { MISMATCHED_DOMAIN } from "@/lib/boot/seed/elsewhere-data";
import type { ApplicantSeed } from "@/lib/boot/seed/persona-data";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { entityOf } from "@/lib/boot/seed/situations-documents";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import { getAfter } from "../after/get-after";
import { getWorkbench } from "../review/get-workbench";
import { askServing } from "../serving/ask-serving";
import { DAY, HOUR, MINUTE, newWorld, orderNow, SITE, type World } from "../testing";
import { createOrder } from "./create-order";
import { getCheck } from "./get-check";
import { getSection } from "./get-section";
import { getServices } from "./get-services";
import { readOwnDraft } from "./own-draft";
import { previewOrder } from "./preview-order";
import { saveDraft } from "./save-draft";
import { takeFiledService } from "./take-filed-service";

const RECORD = "湘ICP备2021000317号";
let world: World;
let seed: ApplicantSeed;
beforeEach(async () => {
  world = await newWorld();
  await seedFiledElsewhere();
  seed = world.seedOf("elsewhere-unit");
});
afterEach(() => world.dispose());

const startWith = (over: {
  domain?: string;
  number?: string;
  service?: "WEBSITE" | "APP";
  another?: true;
}) => ({
  ...{ nature: 4 as const, certType: 1 as const, certNo: seed.account.idNo, province: seed.account.province },
  ...{ domain: "", ...over },
});
const owner = () => world.actor("elsewhere-unit");
const ask = async (over: Parameters<typeof startWith>[0]) => {
  const answer = await previewOrder(await owner(), startWith(over));
  return answer.ok ? answer.value : (answer.error.fields ?? answer.error.code);
};
const begin = async (over: Parameters<typeof startWith>[0]) => {
  const made = await createOrder(await owner(), startWith(over));
  if (!made.ok) throw new Error(made.error.reason ?? made.error.code);
  return made.value.orderId;
};
const draftOf = async (orderId: string) => {
  const own = await readOwnDraft(await owner(), orderId);
  if (!own.ok) throw new Error(own.error.code);
  return own.value.draft;
};
const save = async (orderId: string, section: "entity", value: ReturnType<typeof entityOf>) => {
  const { version } = await draftOf(orderId);
  return saveDraft(await owner(), { orderId, section, baseVersion: version, value });
};

/** Everything of an order on one filed website but what `change` says, up to the gate. */
async function filled(domain: string, name: string, lead = seed.lead): Promise<Applicant> {
  const orderId = await begin({ domain });
  const { application } = await draftOf(orderId);
  const who = { ...seed, lead, domains: [domain] };
  const applicant = (await world.applicant(who, { ...SITE, name })).at(orderId);
  await save(orderId, "entity", { ...entityOf(seed), recordNumber: application.entity.recordNumber });
  await applicant.fillPeople();
  await mend(applicant, name);
  await applicant.checkFiled();
  await applicant.upload(world.clock);
  return applicant;
}
/** The website's page once more, under another name. */
async function mend(applicant: Applicant, name: string) {
  const number = (await draftOf(applicant.orderId)).application.services[0]?.serviceFilingNumber;
  await applicant.fillWebsites((value) => ({
    ...value,
    name,
    ...(number && { serviceFilingNumber: number }),
  }));
}
async function approvedHere(applicant: Applicant) {
  const lin = await world.reviewer("reviewer-lin");
  await lin.claim(applicant.orderId);
  await lin.call(world.clock, applicant.orderId, "REACHED_OK");
  await lin.approve(applicant.orderId);
  await world.pass(11 * MINUTE);
}
const problems = async ({ orderId }: Applicant) => {
  const check = await getCheck(await owner(), { orderId });
  if (!check.ok) throw new Error(check.error.code);
  return check.value.blocking.map(({ rule, path }) => `${rule} ${path.replace(/\[[^\]]+\]/g, "")}`);
};

describe("what is filed elsewhere", () => {
  const site = {
    number: `${RECORD}-1`,
    name: "湘麓样例文化",
    domains: ["xianglu-old.cn", "xianglu-sample.cn"],
  };
  it("is found by domain, by number, and with both", async () => {
    const found = { kind: "type", type: "ACCESS_FILING", recordNumber: RECORD, filed: site };
    expect(await ask({ domain: "xianglu-sample.cn" })).toMatchObject(found);
    expect(await ask({ number: "湘icp备2021000317-1" })).toMatchObject(found);
    expect(await ask({ number: `${RECORD}-1`, domain: "xianglu-old.cn" })).toMatchObject(found);
    expect(await ask({ number: `${RECORD}-3A`, service: "APP" })).toMatchObject({
      ...{ type: "ACCESS_FILING", filed: { kind: "APP", name: "湘麓样例导览" } },
    });
  });

  it("by its APP only where the same APP is meant", async () => {
    const app = { domain: "xianglu-sample.cn", service: "APP" } as const;
    expect(await ask(app)).toMatchObject({ type: "ACCESS_FILING", filed: { number: `${RECORD}-3A` } });
    expect(await ask({ ...app, another: true })).toMatchObject({ type: "NEW_SERVICE_FOREIGN", filed: null });
    expect(await ask({ domain: "xianglu-new.cn" })).toMatchObject({
      type: "NEW_SERVICE_FOREIGN",
      filed: null,
    });
  });

  it.each([
    ["no number", { number: "2021000317" }, "start.number"],
    ["the entity's", { number: RECORD }, "start.number-entity"],
    ["an APP's for a website", { number: `${RECORD}-3A` }, "start.number-kind"],
    ["a mini-program's", { number: `${RECORD}-4X` }, "start.number-other"],
    ["nobody's", { number: `${RECORD}-9` }, "start.number-unknown"],
    ["another domain's", { number: `${RECORD}-1`, domain: "xianglu-books.com" }, "start.number-domain"],
  ])("is not found by %s", async (_, over, reason) => {
    expect(await ask(over)).toEqual([{ path: "number", reason }]);
  });

  it("stands in the way where certificate and domain lead to two records", async () => {
    expect(await ask({ domain: MISMATCHED_DOMAIN })).toMatchObject({ block: "NUMBER_MISMATCH" });
    expect(await ask({ number: "湘ICP备2016000098号-1" })).toMatchObject({ block: "NUMBER_MISMATCH" });
  });

  it("comes into the draft with number, name and every domain; others can come along", async () => {
    const orderId = await begin({ number: `${RECORD}-1` });
    const { application } = await draftOf(orderId);
    expect(application.entity.recordNumber).toBe(RECORD);
    expect(application.services).toMatchObject([
      {
        ...{ serviceFilingNumber: `${RECORD}-1`, name: "湘麓样例文化", domain: "xianglu-old.cn" },
        moreDomains: [{ domain: "xianglu-sample.cn" }],
      },
    ]);
    const page = async () => {
      const view = await getServices(await owner(), { orderId });
      if (!view.ok) throw new Error(view.error.code);
      return view.value;
    };
    expect(await page()).toMatchObject({
      kinds: [],
      filed: [{ number: `${RECORD}-2` }, { number: `${RECORD}-3A` }],
    });
    const take = async (number: string) => takeFiledService(await owner(), { orderId, number });
    expect(await take(`${RECORD}-2`)).toMatchObject({ ok: true });
    expect(await take(`${RECORD}-2`)).toMatchObject({ error: { code: "not_found" } });
    expect(await take("湘ICP备2016000098号-1")).toMatchObject({ error: { code: "not_found" } });
    const stranger = await world.actor("fresh-unit");
    expect(await takeFiledService(stranger, { orderId, number: `${RECORD}-3A` })).toMatchObject({
      error: { code: "not_found" },
    });
    expect((await page()).filed.map(({ number }) => number)).toEqual([`${RECORD}-3A`]);
    // What it was filed with besides is nobody's to type: a save of its page leaves it there.
    const [first] = (await draftOf(orderId)).application.services;
    const value = await getSection(await owner(), { orderId, section: `service:${first?.id ?? ""}` });
    expect(value.ok && value.value.value).not.toHaveProperty("moreDomains");
    expect(value).toMatchObject({ value: { takenOver: true } });
  });
});

describe("in a province where access must equal what is filed", () => {
  it("what differs is named and shown masked, then mended, approved, opened here under the same number", async () => {
    const applicant = await filled("xianglu-books.com", "湘麓样例书讯站", {
      ...seed.lead,
      phone: "13900010999",
    });
    expect(await problems(applicant)).toEqual([
      "access.lead-phone people.phone1",
      // He leads the entity, too, whose phone must be the filed one here.
      "access.must-match people.phone1",
      "access.must-match services.name",
    ]);
    await expect(applicant.submit()).rejects.toThrow();
    const check = await getCheck(await owner(), { orderId: applicant.orderId });
    const compared = check.ok ? check.value.compared : [];
    expect(JSON.stringify(compared)).not.toContain(seed.lead.phone);
    const differing = compared.flatMap(({ fields }) => fields.filter(({ differs }) => differs));
    expect(differing.map(({ key, filed, must }) => [key, filed, must])).toEqual([
      ["person.phone1", ["139****0121"], true],
      ["service.name", ["湘麓样例书讯"], true],
      ["person.phone1", ["139****0121"], true],
    ]);

    const mended = (await world.applicant({ ...seed, domains: ["xianglu-books.com"] }, SITE)).at(
      applicant.orderId,
    );
    await mended.fillPeople();
    await mend(mended, "湘麓样例书讯");
    await mended.checkFiled();
    expect(await problems(mended)).toEqual([]);
    await mended.submit();
    const bench = await getWorkbench(await world.actor("reviewer-lin"), { orderId: mended.orderId });
    expect(
      bench.ok && bench.value.compared.flatMap(({ fields }) => fields.filter((one) => one.differs)),
    ).toEqual([]);
    // The other filed services, and not what this order takes over.
    expect(bench.ok && bench.value.sites.map(({ number }) => number)).toEqual([
      `${RECORD}-1`,
      `${RECORD}-3A`,
    ]);
    await approvedHere(mended);
    // The service's lead alone verifies.
    expect((await orderNow(mended.orderId)).snapshot.sms?.required).toHaveLength(1);
    await verifyBySms(seed.lead);
    await world.pass(DAY);
    await approveAtDesk(await world.actor("officer"), seed.account.realName);
    await world.pass(5_000);
    expect((await orderNow(mended.orderId)).snapshot).toMatchObject({
      ...{ state: "APPROVED", filing: { entityNumber: RECORD } },
    });
    const [service] = await read().select().from(t.services);
    expect(service).toMatchObject({ number: `${RECORD}-2`, name: "湘麓样例书讯", endedAt: null });
    const accesses = await read()
      .select()
      .from(t.accesses)
      .where(eq(t.accesses.serviceId, service?.id ?? ""));
    expect(accesses).toMatchObject([{ endedAt: null }]);
    await world.pass(HOUR);
    const served = await askServing(["xianglu-books.com"]);
    expect(served.ok && served.value.domains).toMatchObject([{ served: true }]);
    const shown = await queryPublic({ by: "domain", text: "xianglu-books.com" });
    expect(shown.ok && shown.value).toMatchObject([{ serviceNumber: `${RECORD}-2`, entityNumber: RECORD }]);
    const after = await getAfter(await owner(), { serviceId: service?.id ?? "", pointing: "one" });
    expect(after.ok && after.value.tasks.map(({ id }) => id)).toContain("cancel-old-access");

    // The entity is known here now: its other website is the second kind of access.
    expect(await ask({ domain: "xianglu-sample.cn" })).toMatchObject({
      ...{ type: "ACCESS_SERVICE", filed: { number: `${RECORD}-1` } },
    });
    expect(await ask({ domain: "xianglu-books.com" })).toMatchObject({ block: "NOTHING_TO_ADD" });
    expect(await ask({ domain: "xianglu-new.cn" })).toMatchObject({ type: "NEW_SERVICE_LOCAL" });
  });
});

it("several come at once, each with its own lead and all of its domains", async () => {
  const names = ["湘麓样例书讯", "湘麓样例文化"];
  const sites = names.map((name) => ({ ...SITE, name }));
  const orderId = await begin({ domain: "xianglu-books.com" });
  expect(await takeFiledService(await owner(), { orderId, number: `${RECORD}-1` })).toMatchObject({
    ok: true,
  });
  const who = { ...seed, domains: ["xianglu-books.com", "xianglu-old.cn"] };
  const applicant = (await world.applicant(who, ...sites)).at(orderId);
  await save(orderId, "entity", { ...entityOf(seed), recordNumber: RECORD });
  await applicant.fillPeople();
  const numbers = new Map(names.map((name, index) => [name, `${RECORD}-${2 - index}`]));
  await applicant.fillWebsites((value) => ({ ...value, serviceFilingNumber: numbers.get(value.name ?? "") }));
  await applicant.checkFiled();
  await applicant.upload(world.clock);
  expect(await problems(applicant)).toEqual([]);
  await applicant.submit();
  await approvedHere(applicant);
  // Each lead of a service verifies, with the phone that is filed for it.
  for (const lead of [seed.lead, seed.second ?? seed.lead]) await verifyBySms(lead);
  await world.pass(DAY);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(5_000);
  const rows = await read()
    .select({ number: t.services.number, domain: t.serviceDomains.domain })
    .from(t.serviceDomains)
    .innerJoin(t.services, eq(t.services.id, t.serviceDomains.serviceId));
  expect(rows.map(({ number, domain }) => `${number} ${domain}`).toSorted()).toEqual([
    ...[`${RECORD}-1 xianglu-old.cn`, `${RECORD}-1 xianglu-sample.cn`, `${RECORD}-2 xianglu-books.com`],
  ]);
  expect(await read().select().from(t.accesses)).toHaveLength(2);
});

it("a new service of an entity filed elsewhere gets the next number below its record", async () => {
  const applicant = await filled("xianglu-new.cn", "湘麓样例新站");
  expect(await problems(applicant)).toEqual([]);
  await applicant.submit();
  await approvedHere(applicant);
  await verifyBySms(seed.lead);
  await world.pass(DAY);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(5_000);
  expect((await orderNow(applicant.orderId)).snapshot).toMatchObject({
    ...{ state: "APPROVED", filing: { entityNumber: RECORD } },
  });
  expect(await read().select().from(t.services)).toMatchObject([{ number: `${RECORD}-3` }]);
  expect(await ask({ domain: "xianglu-books.com" })).toMatchObject({ type: "ACCESS_SERVICE" });
});
