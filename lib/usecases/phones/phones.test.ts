import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { codeTo, mailbox } from "../accounts/testing";
import { abandonOrder, withdrawOrder } from "../orders/command-order";
import { judgeSection } from "../orders/judge-section";
import { readOwnDraft } from "../orders/own-draft";
import { saveDraft } from "../orders/save-draft";
import { changePolicy } from "../policy/change-policy";
import { getSetting } from "../policy/get-policy";
import { getWorkbench } from "../review/get-workbench";
import { audited, DAY, MINUTE, newWorld, SECOND_SITE, SITE, type World } from "../testing";
import { confirmLeadCode } from "./confirm-lead-code";
import { CODE_LIMITS, sendLeadCode } from "./send-lead-code";

const WHO = "fresh-unit";
const NEW = "13912345678";
let world: World;
let applicant: Applicant;
let own: string;
let second: string;
beforeEach(async () => {
  world = await newWorld();
  applicant = await world.applicant(WHO, SITE, SECOND_SITE);
  await applicant.start();
  await applicant.fillPeople();
  ({ lead: own, second } = numbersOf(WHO));
});
afterEach(() => world.dispose());

function numbersOf(persona: string) {
  const { lead, second } = world.seedOf(persona);
  return { lead: lead.phone, second: second?.phone ?? "" };
}
const draft = async (orderId = applicant.orderId, persona = WHO) => {
  const found = await readOwnDraft(await world.actor(persona), orderId);
  if (!found.ok) throw new Error(found.error.code);
  return found.value.draft;
};
const people = async () => (await draft()).application.people;
const idOf = async (index: number) => (await people())[index]?.id ?? "";
/** The people of the draft, the n-th with another number. */
async function number(index: number, phone1: string) {
  const { application, version } = await draft();
  const { entityLead = "", legalRep = "" } = application.entity;
  const saved = await saveDraft(await world.actor(WHO), {
    orderId: applicant.orderId,
    section: "people",
    baseVersion: version,
    value: {
      people: application.people.map((person, at) => (at === index ? { ...person, phone1 } : person)),
      entityLead,
      legalRep,
      serviceLeads: Object.fromEntries(application.services.map(({ id, lead }) => [id, lead ?? ""])),
    },
  });
  expect(saved).toMatchObject({ ok: true });
}
const send = async (index = 1, persona = WHO) =>
  sendLeadCode(await world.actor(persona), { orderId: applicant.orderId, personId: await idOf(index) });
const confirm = async (code: string, index = 1, persona = WHO) =>
  confirmLeadCode(await world.actor(persona), {
    orderId: applicant.orderId,
    personId: await idOf(index),
    code,
  });
async function prove(index = 1) {
  expect(await send(index)).toEqual({ ok: true, value: { state: "sent" } });
  const code = await codeTo((await people())[index]?.phone1 ?? "");
  expect(await confirm(code, index)).toEqual({ ok: true, value: { state: "proven" } });
}
/** What the book says of the numbers, by place in the list of people. */
async function unproven(orderId = applicant.orderId, persona = WHO) {
  const judged = await judgeSection(await world.actor(persona), { orderId, section: "people" });
  if (!judged.ok) throw new Error(judged.error.code);
  const ids = (await draft(orderId, persona)).application.people.map(({ id }) => id);
  return judged.value.findings
    .filter(({ rule }) => rule === "leads.phone-unproven")
    .map(({ path, level }) => `${level} ${ids.findIndex((id) => path.includes(id))}`);
}
async function set(setting: string, value: string | number) {
  const tang = await world.actor("supervisor");
  const detail = await getSetting(tang, { key: setting });
  if (!detail.ok) throw new Error(detail.error.code);
  const { revision } = detail.value;
  const changed = await changePolicy(tang, { setting, value, from: null, reason: "for the test", revision });
  expect(changed).toMatchObject({ ok: true });
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const refused = (reason: string) => ({ ok: false, error: { reason: `lead-phone.${reason}` } });

describe("a proof", () => {
  it("is asked of every lead whose number is not the account's, until the code was entered", async () => {
    expect(await unproven()).toEqual(["info 1"]);
    await prove();
    expect(await unproven()).toEqual([]);
    expect((await audited(applicant.orderId)).map(({ action }) => action)).toContain("lead-phone.proven");
  });

  it("is required, advised or not asked, as the provider has set", async () => {
    await set("phoneProof", "required");
    expect(await unproven()).toEqual(["error 1"]);
    await prove();
    expect(await unproven()).toEqual([]);
    await number(1, NEW);
    await set("phoneProof", "off");
    expect(await unproven()).toEqual([]);
    expect(await send()).toMatchObject(refused("off"));
  });

  it("belongs to a number: lost with it, back with it, and shared with who has the same", async () => {
    await prove();
    await number(1, NEW);
    expect(await unproven()).toEqual(["info 1"]);
    await number(1, second);
    expect(await unproven()).toEqual([]);
    await number(0, second);
    expect(await unproven()).toEqual([]);
  });

  it("needs no message where the number is proven already", async () => {
    expect(await send(0)).toEqual({ ok: true, value: { state: "proven" } });
    await prove();
    const before = (await mailbox()).length;
    expect(await send()).toEqual({ ok: true, value: { state: "proven" } });
    expect(await confirm("000000")).toEqual({ ok: true, value: { state: "proven" } });
    expect((await mailbox()).length).toBe(before);
  });

  it("keeps no number in clear, and goes when the order's data go", async () => {
    await prove();
    const rows = () => read().select().from(t.phoneProofs);
    expect(JSON.stringify(await rows())).not.toContain(second);
    await abandonOrder(await world.actor(WHO), { orderId: applicant.orderId });
    await world.pass(31 * DAY);
    expect(await rows()).toEqual([]);
  });

  it("is the reviewer's to see, with its time", async () => {
    await prove();
    const at = world.clock.now();
    await applicant.fillWebsites();
    await applicant.upload(world.clock);
    await applicant.submit();
    const bench = async () => {
      const found = await getWorkbench(await world.actor("reviewer-lin"), { orderId: applicant.orderId });
      if (!found.ok) throw new Error(found.error.code);
      return [found.value.provesPhones, ...found.value.people.map(({ proof }) => proof)];
    };
    expect(await bench()).toEqual([true, { by: "account" }, { by: "code", at }]);
    expect(await send()).toMatchObject({ error: { code: "wrong_state" } });
    await withdrawOrder(await world.actor(WHO), { orderId: applicant.orderId });
    await number(1, NEW);
    await applicant.submit();
    expect(await bench()).toEqual([true, { by: "account" }, null]);
  });
});

describe("a code", () => {
  it("goes to the number as saved, and only in the applicant's own order", async () => {
    await number(1, NEW);
    expect(await send()).toMatchObject({ ok: true });
    const code = await codeTo(NEW);
    expect(await send(1, "fresh-person")).toMatchObject({ error: { code: "not_found" } });
    expect(await confirm(code, 1, "fresh-person")).toMatchObject({ error: { code: "not_found" } });
    expect(await confirm(code, 0)).toEqual({ ok: true, value: { state: "proven" } });
    expect(await unproven()).toEqual(["info 1"]);
    expect(await confirm(` ${code.slice(0, 3)} ${code.slice(3)} `)).toMatchObject({ ok: true });
    expect(await unproven()).toEqual([]);
  });

  it("is not sent to what is no mobile number, or to nobody", async () => {
    await number(1, "1391234567");
    expect(await send()).toMatchObject(refused("form"));
    const nobody = { orderId: applicant.orderId, personId: "ppl_nobody1" };
    expect(await sendLeadCode(await world.actor(WHO), nobody)).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await mailbox()).toEqual([]);
  });

  it("is not sent when the number changed before it was on its way, and proves nothing afterwards", async () => {
    await send();
    await number(1, NEW);
    expect((await mailbox()).map(({ to }) => to)).toEqual([]);
    await number(1, second);
    await send();
    const code = await codeTo(second);
    await number(1, NEW);
    expect(await confirm(code)).toMatchObject(refused("none"));
  });

  it("works until its time is over", async () => {
    await send();
    const code = await codeTo(second);
    world.system.advance(15 * MINUTE - 1);
    expect(await confirm(other(code))).toMatchObject(refused("wrong"));
    world.system.advance(1);
    expect(await confirm(code)).toMatchObject(refused("expired"));
    expect(await unproven()).toEqual(["info 1"]);
  });

  it("stands four wrong tries, and not a fifth", async () => {
    await send();
    const code = await codeTo(second);
    for (let wrong = 0; wrong < 4; wrong += 1)
      expect(await confirm(other(code))).toMatchObject(refused("wrong"));
    expect(await confirm(code)).toMatchObject({ ok: true });
    await number(1, NEW);
    await send();
    const fresh = await codeTo(NEW);
    for (let wrong = 0; wrong < 4; wrong += 1) await confirm(other(fresh));
    expect(await confirm(other(fresh))).toMatchObject(refused("spent"));
    expect(await confirm(fresh)).toMatchObject(refused("none"));
  });

  it("replaces the one before", async () => {
    await send();
    const old = await codeTo(second);
    await send();
    const fresh = await codeTo(second);
    expect(await confirm(old)).toMatchObject(refused("wrong"));
    expect(await confirm(fresh)).toMatchObject({ ok: true });
  });
});

describe("codes at most", () => {
  const HOUR = 60 * MINUTE;
  const sent = { ok: true, value: { state: "sent" } };
  const tooMany = { ok: false, error: { code: "too_many" } };
  const fresh = (count: number) => `138${String(10_000_000 + count)}`;

  it("a number and hour, and a number and day, whoever asks", async () => {
    const [hourly] = CODE_LIMITS.number;
    const [daily] = CODE_LIMITS.numberADay;
    for (let count = 1; count <= daily; count += 1) {
      if (count > 1 && (count - 1) % hourly === 0) {
        expect(await send()).toMatchObject(tooMany);
        world.system.advance(HOUR);
      }
      expect(await send()).toEqual(sent);
    }
    world.system.advance(HOUR);
    expect(await send()).toMatchObject(tooMany);
    world.system.advance(DAY);
    expect(await send()).toEqual(sent);
  });

  it("an order and hour", async () => {
    const [most] = CODE_LIMITS.order;
    for (let count = 1; count <= most; count += 1) {
      await number(1, fresh(count));
      expect(await send()).toEqual(sent);
    }
    await number(1, fresh(0));
    expect(await send()).toMatchObject(tooMany);
    world.system.advance(HOUR);
    expect(await send()).toEqual(sent);
  });

  it("an account and hour, over all its orders", async () => {
    const [most] = CODE_LIMITS.account;
    for (let count = 0; count < most; count += 1) {
      // One order's limit is reached first: the account goes on with another one.
      if (count === most / 2) {
        await abandonOrder(await world.actor(WHO), { orderId: applicant.orderId });
        applicant = await world.applicant(WHO, SITE, SECOND_SITE);
        await applicant.start();
        await applicant.fillPeople();
      }
      await number(1, fresh(count));
      expect(await send()).toEqual(sent);
    }
    await abandonOrder(await world.actor(WHO), { orderId: applicant.orderId });
    applicant = await world.applicant(WHO, SITE, SECOND_SITE);
    await applicant.start();
    await applicant.fillPeople();
    expect(await send()).toMatchObject(tooMany);
    world.system.advance(HOUR);
    expect(await send()).toEqual(sent);
  });
});

describe("the proof of an earlier order", () => {
  async function again() {
    applicant = await world.applicant(WHO, SITE, SECOND_SITE);
    await applicant.start();
    await applicant.fillPeople();
  }
  /** Proven, then the order given up; its data go after a month, so the wait stays below. */
  async function earlier() {
    await prove();
    await abandonOrder(await world.actor(WHO), { orderId: applicant.orderId });
  }

  it("counts when it was given less than so many days before this one was opened", async () => {
    await set("phoneProofKeepsDays", 20);
    await earlier();
    await world.pass(20 * DAY - 1);
    await again();
    expect(await unproven()).toEqual([]);
    // An order does not become wrong by waiting.
    await world.pass(5 * DAY);
    expect(await unproven()).toEqual([]);
  });

  it("counts no more from that day on", async () => {
    await set("phoneProofKeepsDays", 20);
    await earlier();
    await world.pass(20 * DAY);
    await again();
    expect(await unproven()).toEqual(["info 1"]);
  });

  it("never counts where the provider says so, and never for another account", async () => {
    await earlier();
    await again();
    expect(await unproven()).toEqual([]);
    await set("phoneProofKeepsDays", 0);
    expect(await unproven()).toEqual(["info 1"]);
    await prove();
    expect(await unproven()).toEqual([]);
    const [row] = await read()
      .select()
      .from(t.phoneProofs)
      .where(and(eq(t.phoneProofs.orderId, applicant.orderId)));
    expect(row?.accountId).toBe((await world.actor(WHO)).accountId);
    await set("phoneProofKeepsDays", 90);
    const stranger = await world.applicant("fresh-person");
    await stranger.start();
    await stranger.fillPeople();
    const [lead] = (await draft(stranger.orderId, "fresh-person")).application.people;
    const { application, version } = await draft(stranger.orderId, "fresh-person");
    await saveDraft(await world.actor("fresh-person"), {
      orderId: stranger.orderId,
      section: "people",
      baseVersion: version,
      value: {
        people: lead ? [{ ...lead, phone1: second }] : [],
        entityLead: lead?.id ?? "",
        serviceLeads: Object.fromEntries(application.services.map(({ id }) => [id, lead?.id ?? ""])),
      },
    });
    expect(await unproven(stranger.orderId, "fresh-person")).toEqual(["info 0"]);
    expect(own).not.toBe(second);
  });
});
