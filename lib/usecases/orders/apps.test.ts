import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { gateway } from "@/lib/authority";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { ServiceSection } from "@/lib/filing/application/draft-sections";
import { validApp } from "@/lib/filing/testing/look";
import { inventory } from "@/lib/inventory";
import { uploadMaterial } from "../materials/upload-material";
import { DAY, HOUR, MINUTE, newWorld, orderNow, type World } from "../testing";
import { createOrder } from "./create-order";
import { editServiceList } from "./edit-services";
import { getServices } from "./get-services";
import { listFilings } from "./list-filings";
import { readOwnDraft } from "./own-draft";
import { previewOrder } from "./preview-order";
import { saveDraft } from "./save-draft";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const must = <T>(answer: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

/** An order of a company with one website, and its hands on the list of services. */
async function opened() {
  const applicant = await world.applicant("fresh-unit");
  await applicant.start();
  const { orderId } = applicant;
  const actor = await world.actor("fresh-unit");
  const add = (kind: "WEBSITE" | "APP") =>
    editServiceList(actor, { orderId, operation: { op: "add", kind } });
  return { applicant, orderId, actor, add, list: async () => must(await getServices(actor, { orderId })) };
}

describe("the list of services", () => {
  it("holds ten websites and ten APPs, and no eleventh of either", async () => {
    const { add, list, actor, orderId } = await opened();
    for (let made = 1; made < 10; made += 1) must(await add("WEBSITE"));
    for (let made = 0; made < 10; made += 1) must(await add("APP"));
    const full = (kind: string) => ({
      ok: false,
      error: { reason: "draft.services-full", params: { kind, limit: 10 } },
    });
    expect(await add("WEBSITE")).toMatchObject(full("WEBSITE"));
    expect(await add("APP")).toMatchObject(full("APP"));
    const { services, kinds } = await list();
    expect(services).toHaveLength(20);
    expect(kinds).toEqual([
      { kind: "WEBSITE", count: 10, limit: 10, closed: "full" },
      { kind: "APP", count: 10, limit: 10, closed: "full" },
    ]);
    const app = services.at(-1)?.id ?? "";
    const copy = { orderId, operation: { op: "duplicate" as const, id: app } };
    expect(await editServiceList(actor, copy)).toMatchObject(full("APP"));
  });

  it("copies an APP without what names it", async () => {
    const { add, actor, orderId } = await opened();
    const id = must(await add("APP")).made ?? "";
    await save(actor, orderId, id, { name: "云样例助手" });
    const copy = must(await editServiceList(actor, { orderId, operation: { op: "duplicate", id } })).made;
    const { application } = must(await readOwnDraft(actor, orderId)).draft;
    const made = application.services.find((service) => service.id === copy);
    expect(made).toMatchObject({ kind: "APP", noSdk: true, contents: [8] });
    expect([made?.name, made?.kind === "APP" && made.packages]).toEqual([undefined, undefined]);
    expect(made?.kind === "APP" && made.domains?.map(({ domain }) => domain)).toEqual([undefined]);
  });
});

it("takes an icon as small as stores keep them, and no smaller", async () => {
  const { add, actor, orderId } = await opened();
  const id = must(await add("APP")).made ?? "";
  const upload = async (side: number) => {
    const picture = { create: { width: side, height: side, channels: 3, background: "#1a5fb4" } } as const;
    const bytes = await sharp(picture).png().toBuffer();
    const answer = await uploadMaterial(actor, {
      ...{ orderId, code: "APP_ICON", subject: `services[${id}]`, side: "SINGLE", documentDate: null },
      announced: { bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") },
      body: Readable.from([bytes]),
    });
    return answer.ok ? "ok" : answer.error.reason;
  };
  expect(await upload(95)).toBe("upload.too-small");
  expect(await upload(96)).toBe("ok");
});

type Actor = Awaited<ReturnType<World["actor"]>>;
async function save(actor: Actor, orderId: string, id: string, over: Parameters<typeof validApp>[0]) {
  const { draft } = must(await readOwnDraft(actor, orderId));
  const [server] = await inventory().list(actor.accountId ?? "");
  const { lead: _lead, ...value } = validApp({
    id,
    resource: { kind: "RESOURCE", resourceId: server?.id ?? "" },
    serverLocation: server?.province,
    ips: [server?.publicIp ?? ""],
    ...over,
  });
  const section = value as ServiceSection;
  must(
    await saveDraft(actor, {
      orderId,
      section: `service:${id}`,
      baseVersion: draft.version,
      value: section,
    }),
  );
}

it("a website and an APP on one domain are filed together, each with its number", async () => {
  const { applicant, orderId, actor, add } = await opened();
  const { seed } = applicant;
  const domain = seed.domains[0] ?? "";
  const app = must(await add("APP")).made ?? "";
  await applicant.fillPeople();
  await applicant.fillWebsites();
  const domains = [domain, `api.${domain}`].map((name, at) => ({ id: `dom_000${at}`, domain: name }));
  await save(actor, orderId, app, { name: "云样例助手", domains });
  await applicant.upload(world.clock);
  await applicant.submit();
  const lin = await world.reviewer("reviewer-lin");
  await lin.claim(orderId);
  await lin.call(world.clock, orderId, "REACHED_OK");
  await lin.approve(orderId);
  await world.pass(11 * MINUTE);
  await verifyBySms(seed.lead);
  await world.pass(HOUR);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(DAY);
  const { snapshot } = await orderNow(orderId);
  expect(snapshot.state).toBe("APPROVED");
  const number = snapshot.filing?.entityNumber ?? "";
  const [filed] = must(await listFilings(actor));
  expect(filed?.services).toMatchObject([
    { kind: "WEBSITE", number: `${number}-1`, domains: [domain] },
    { kind: "APP", number: `${number}-1A`, name: "云样例助手", domains: [`api.${domain}`, domain] },
  ]);
  expect(await gateway().query({ domain })).toHaveLength(2);
  // A name below a website's domain is covered by the website too.
  expect(
    (await gateway().query({ domain: `api.${domain}` })).map(({ serviceNumber }) => serviceNumber),
  ).toEqual([`${number}-1`, `${number}-1A`]);
  expect(await read().select().from(t.accesses)).toHaveLength(2);
});

describe("an order that starts with an APP", () => {
  const start = { nature: 4, province: "330000", certType: 1, service: "APP" } as const;

  it("takes a domain of the fourth level, but not of the fifth", async () => {
    const actor = await world.actor("fresh-unit");
    const certNo = world.seedOf("fresh-unit").account.idNo;
    const domain = "a.b.yunshan-demo.cn";
    expect(await previewOrder(actor, { ...start, certNo, domain: `x.${domain}` })).toMatchObject({
      error: { fields: [{ path: "domain", reason: "start.app-domain" }] },
    });
    expect(await previewOrder(actor, { ...start, certNo, domain: "" })).toMatchObject({
      error: { fields: [{ path: "domain", reason: "start.domain-missing" }] },
    });
    const { orderId } = must(await createOrder(actor, { ...start, certNo, domain }));
    const { application } = must(await readOwnDraft(actor, orderId)).draft;
    expect(application.services).toMatchObject([{ kind: "APP", domains: [{ domain }] }]);
    expect((await getServices(actor, { orderId })).ok).toBe(true);
  });

  it("is a new service for whoever is filed, also on a filed domain; then there are no websites", async () => {
    const seed = world.seedOf("filed");
    const applicant = await world.approved(seed);
    await world.pass(11 * MINUTE);
    await verifyBySms(seed.lead);
    await world.pass(HOUR);
    await approveAtDesk(await world.actor("officer"), seed.account.realName);
    await world.pass(DAY);
    expect((await orderNow(applicant.orderId)).snapshot.state).toBe("APPROVED");
    const actor = await world.actor("filed");
    const input = { ...start, province: seed.account.province, certNo: seed.account.idNo };
    const domain = seed.domains[0] ?? "";
    const { service: _website, ...website } = input;
    expect(must(await previewOrder(actor, { ...website, domain }))).toMatchObject({
      block: "NOTHING_TO_ADD",
    });
    expect(must(await previewOrder(actor, { ...input, domain }))).toMatchObject({
      type: "NEW_SERVICE_LOCAL",
    });
    const { orderId } = must(await createOrder(actor, { ...input, domain }));
    expect(must(await getServices(actor, { orderId })).kinds).toMatchObject([
      { kind: "WEBSITE", closed: "other-kind" },
      { kind: "APP", closed: null },
    ]);
  });
});
