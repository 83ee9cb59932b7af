import { describe, expect, it } from "vitest";
import type { OrderType } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { placeOf, readSection, writeSection } from "@/lib/filing/application/draft-sections";
import { isLocal, surroundings } from "@/lib/filing/application/section-context";
import { ORDER_STATES, STATIONS } from "@/lib/filing/lifecycle/states";
import type { OrderEvent, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { policyAt } from "@/lib/filing/policy";
import type { Finding } from "@/lib/filing/rules/types";
import { differences } from "../document/differences";
import { groupCorrections } from "./corrections";
import type { OrderHead } from "./head";
import { hrefOf } from "./hrefs";
import { maskName } from "./names";
import { expiriesOf, nextStepOf } from "./next-step";
import { stationsOf } from "./stations";
import { progressOf, tasksOf } from "./tasks";
import { timelineOf } from "./timeline";
import { waitOf } from "./wait";

const NOW = Date.parse("2026-11-21T02:00:00Z");
const DAY = 86_400_000;
const app: ApplicationDraft = {
  schemaVersion: 1,
  entity: { nature: 4, name: "Unit", legalRep: "ppl_aaaa", entityLead: "ppl_aaaa" },
  people: [{ id: "ppl_aaaa", name: "Somebody" }],
  services: [{ kind: "WEBSITE", id: "svc_aaaa", domain: "a.cn", lead: "ppl_aaaa" }],
};
const snapshot = (change: Partial<OrderSnapshot>): OrderSnapshot => ({
  ...{
    id: "o",
    accountId: "a",
    type: "FIRST_FILING",
    province: "110000",
    state: "DRAFT",
    since: NOW,
    touchedAt: NOW,
  },
  ...{
    round: 1,
    claim: null,
    callbacks: {},
    phone: null,
    calls: {},
    corrections: [],
    remindedDay: 0,
    pushed: null,
  },
  ...{ sms: null, smsFailure: null, filing: null },
  ...change,
});
const finding = (path: string, change: Partial<Finding> = {}): Finding => ({
  ...{ rule: "r", level: "error", path, message: "message", params: {} },
  ...change,
});
const head = (change: Partial<OrderHead>): OrderHead => ({
  ...{
    id: "o1",
    number: "B1",
    type: "FIRST_FILING",
    state: "DRAFT",
    waiting: "you",
    province: null,
    headline: null,
    unitName: null,
  },
  ...{ round: 0, since: NOW, createdAt: NOW, editable: true },
  ...change,
});

describe("sections", () => {
  it.each([
    ["entity.name", "entity"],
    ["entity.legalRep", "people"],
    ["people[ppl_a].phone1", "people"],
    ["services[svc_a].domain", "service:svc_a"],
    ["services[svc_a].lead", "people"],
    ["services", "services"],
    ["materials[ORG_CERT:entity]", "materials"],
    ["facts.registry", "order"],
  ])("%s is mended on %s", (path, place) => expect(placeOf(path)).toBe(place));

  it("links every place to its page", () => {
    expect(hrefOf("o", "people")).toBe("/console/orders/o/leads");
    expect(hrefOf("o", "service:svc_a")).toBe("/console/orders/o/services/svc_a");
    expect(hrefOf("o", "order")).toBe("/console/orders/o");
  });

  it("reads and writes a section without touching the others", () => {
    expect(readSection(app, "entity")).toEqual({ nature: 4, name: "Unit" });
    const entity = writeSection(app, {
      section: "entity",
      baseVersion: 1,
      value: { nature: 4, name: "New" },
    });
    expect(entity).toEqual({ ...app, entity: { ...app.entity, name: "New" } });
    const value = { kind: "WEBSITE", id: "svc_aaaa", domain: "b.cn" } as const;
    const site = writeSection(app, { section: "service:svc_aaaa", baseVersion: 1, value });
    expect(site?.services).toEqual([{ ...value, lead: "ppl_aaaa" }]);
    expect(writeSection(app, { section: "service:svc_bbbb", baseVersion: 1, value })).toBeUndefined();
  });

  it("keeps nobody without a role", () => {
    const value = { people: [...app.people, { id: "ppl_bbbb" }], entityLead: "ppl_bbbb", serviceLeads: {} };
    const after = writeSection(app, { section: "people", baseVersion: 1, value });
    expect(after?.people).toEqual([{ id: "ppl_bbbb" }]);
    expect(after?.services[0]).not.toHaveProperty("lead");
  });

  it("gives people's data to nobody but their own page", () => {
    expect(surroundings(app, "entity").people).toEqual([{ id: "ppl_aaaa" }]);
    expect(surroundings(app, "people")).toBe(app);
    expect(isLocal("entity", ["entity.name", "people[*].name"])).toBe(false);
    expect(isLocal("people", ["people[*].name"])).toBe(true);
    expect(isLocal("people", ["facts.others"])).toBe(false);
  });
});

describe("differences", () => {
  it("names paths by id, and takes blank and absent for the same", () => {
    const mine = { name: "a", remark: "", people: [{ id: "x", phone: "1" }], contents: [1, 2] };
    const theirs = { name: "b", people: [{ id: "x", phone: "2" }], contents: [1, 2] };
    expect(differences(mine, theirs)).toEqual(["name", "people[x].phone"]);
    expect(differences({ flag: false }, {})).toEqual([]);
    expect(differences({ list: [1] }, { list: [2] })).toEqual(["list"]);
  });
});

describe("tasks", () => {
  const facts = (...findings: Finding[]) =>
    tasksOf({ orderId: "o", application: app, findings, filed: false });
  const status = (id: string, ...findings: Finding[]) =>
    facts(...findings).find((task) => task.id === id)?.status;

  it("tells missing from wrong, and opens the last only when all is done", () => {
    expect(status("entity")).toBe("done");
    expect(status("entity", finding("entity.name", { params: { field: "entity.name" } }))).toBe("todo");
    expect(status("entity", finding("entity.name"))).toBe("fix");
    expect(status("entity", finding("entity.name", { level: "warn" }))).toBe("done");
    expect(status("materials", finding("materials[ORG_CERT:entity]"))).toBe("todo");
    expect(status("check")).toBe("ready");
    expect(status("check", finding("facts.account"))).toBe("blocked");
    expect(status("check", finding("entity.name"))).toBe("blocked");
  });

  it("counts what stands against each section, and everything that blocks on the last", () => {
    const tasks = facts(
      finding("entity.name"),
      finding("entity.city", { params: { field: "entity.city" } }),
      finding("entity.certNo", { level: "warn" }),
      finding("account"),
      finding("order", { level: "warn" }),
      finding("order", { level: "info" }),
    );
    const counts = (id: string) => {
      const task = tasks.find((one) => one.id === id);
      return [task?.missing.length, task?.problems, task?.warnings, task?.findings.map(({ path }) => path)];
    };
    expect(counts("entity")).toEqual([1, 1, 1, ["entity.name", "entity.certNo"]]);
    expect(counts("check")).toEqual([0, 3, 1, ["account", "order"]]);
  });

  it("has a section for what is filed already where there is something", () => {
    const ids = tasksOf({ orderId: "o", application: app, findings: [], filed: true }).map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["entity", "filed", "services"]);
    expect(facts().map(({ id }) => id)).not.toContain("filed");
  });

  it("counts its progress without the last", () => {
    expect(progressOf(facts(finding("entity.name")))).toEqual({ done: 4, total: 5 });
  });
});

describe("stations", () => {
  it.each(ORDER_STATES)("%s stands at no more than one", (state) => {
    const stations = stationsOf({ state, type: "FIRST_FILING" });
    expect(stations.map(({ id }) => id)).toEqual(STATIONS);
    expect(
      stations.filter(({ state: mark }) => ["you", "others", "refused"].includes(mark)).length,
    ).toBeLessThan(2);
  });
  it("marks what is behind, here and ahead", () => {
    expect(stationsOf({ state: "SMS_PENDING", type: "FIRST_FILING" }).map(({ state }) => state)).toEqual([
      "done",
      "done",
      "you",
      "todo",
      "todo",
    ]);
    expect(
      stationsOf({ state: "APPROVED", type: "FIRST_FILING" }).every(({ state }) => state === "done"),
    ).toBe(true);
  });
});

describe("stations of a cancellation", () => {
  const road = (state: "READY_FOR_AUTHORITY" | "SMS_PENDING" | "CANCELLED" | "RETURNED", type: OrderType) =>
    stationsOf({ state, type }).map(({ id, state: mark }) => `${id} ${mark}`);
  it("are its own, without codes where nobody is asked for one", () => {
    expect(road("READY_FOR_AUTHORITY", "CANCEL_ENTITY")).toEqual([
      "confirm others",
      "sms todo",
      "authority todo",
      "done todo",
    ]);
    expect(road("SMS_PENDING", "CANCEL_SERVICE")[1]).toBe("sms you");
    expect(road("CANCELLED", "CANCEL_ACCESS")).toEqual(["confirm done", "authority done", "done done"]);
    expect(road("RETURNED", "CANCEL_ENTITY").every((one) => one.endsWith("todo"))).toBe(true);
  });
});

describe("waits", () => {
  const policy = policyAt(NOW);
  it("names who acts, and hides our own housekeeping", () => {
    const open = { requestBy: NOW + DAY, requestedAt: null, callBy: null };
    const asked = { ...open, requestedAt: NOW, callBy: NOW + DAY };
    expect(waitOf(snapshot({ state: "PROVIDER_REVIEW" }), policy, NOW)).toMatchObject({ who: "reviewer" });
    const who = (callbacks: OrderSnapshot["callbacks"]) =>
      waitOf(snapshot({ state: "PROVIDER_REVIEW", callbacks }), policy, NOW)?.who;
    expect(who({ ppl_a: open })).toBe("you");
    expect(who({ ppl_a: asked })).toBe("reviewer");
    expect(who({ ppl_a: asked, ppl_b: open })).toBe("you");
    const rejected = waitOf(snapshot({ state: "PROVIDER_REJECTED" }), policy, NOW);
    expect(rejected?.deadlines.map(({ kind }) => kind)).toEqual(["step_lapses"]);
    expect(waitOf(snapshot({ state: "APPROVED" }), policy, NOW)).toBeNull();
  });
  it("draws the authority's wait in working days", () => {
    const wait = waitOf(snapshot({ state: "AUTHORITY_REVIEW" }), policy, NOW + 9 * DAY);
    expect(wait?.bar).toEqual({ from: 15, to: 17, max: 20, elapsed: 6 });
  });
  it("expects a decision while somebody else has the order, and none while the applicant has", () => {
    const waits = (state: OrderSnapshot["state"]) => waitOf(snapshot({ state }), policy, NOW)?.decision;
    expect(waits("AUTHORITY_REVIEW")?.parts).toHaveLength(1);
    expect(waits("PROVIDER_REVIEW")?.parts).toHaveLength(4);
    expect(waits("PROVIDER_REJECTED")).toBeNull();
  });
});

describe("the next step", () => {
  it("is to start, to resubmit, to ask for a call, or what the state says", () => {
    expect(nextStepOf(null, null, { open: 0, filed: false }).key).toBe("start");
    expect(nextStepOf(null, null, { open: 0, filed: true }).key).toBe("startAnother");
    const rejected = head({ state: "PROVIDER_REJECTED" });
    expect(nextStepOf(rejected, null, { open: 2, filed: false })).toMatchObject({
      key: "PROVIDER_REJECTED",
      count: 2,
    });
    expect(nextStepOf(rejected, null, { open: 0, filed: false }).href).toBe("/console/orders/o1/check");
    const wait = { who: "you", deadlines: [], bar: null, decision: null } as const;
    expect(nextStepOf(head({ state: "PROVIDER_REVIEW" }), wait, { open: 0, filed: false }).key).toBe(
      "callback",
    );
  });
  it("lists what runs out within two months", () => {
    const at = (days: number) => ({ kind: "domain" as const, name: String(days), at: NOW + days * DAY });
    expect(expiriesOf([at(61), at(59), at(-1)], NOW).map(({ name }) => name)).toEqual(["-1", "59"]);
  });
});

describe("the timeline", () => {
  const row = (seq: number, event: OrderEvent, userId: string | null = "u1") => ({
    ...{ seq, at: NOW + seq, actorKind: userId === null ? "system" : "applicant", userId, event },
  });
  it("is newest first, says who, and folds saves of one person", () => {
    const saved: OrderEvent = { type: "saved", sections: ["entity"] };
    const lapsed: OrderEvent = { type: "lapsed" };
    const lines = timelineOf(
      [row(1, saved), row(2, saved), row(3, saved, "u2"), row(4, lapsed, null)],
      "u1",
      () => "",
    );
    expect(lines.map(({ type, by, times }) => [type, by, times])).toEqual([
      ["lapsed", "system", 1],
      ["saved", "colleague", 1],
      ["saved", "you", 2],
    ]);
  });
});

describe("corrections", () => {
  it("are grouped by page, a document by its slot", () => {
    const item = (id: string, target: string) => ({
      id,
      target,
      code: "X",
      stage: "P" as const,
      suggestion: null,
      answer: null,
      files: { given: [], most: 3, maxBytes: 1 },
    });
    const groups = groupCorrections(
      "o",
      [item("1", "entity.name"), item("2", "materials[ORG_CERT:entity]")],
      () => null,
    );
    expect(groups.map(({ place, items }) => [place, items[0]?.href])).toEqual([
      ["entity", "/console/orders/o/entity?check=1"],
      ["materials", "/console/orders/o/materials#slot-ORG_CERT-entity"],
    ]);
  });
});

describe("masking a name", () => {
  it.each([
    ["张三", "张*"],
    ["欧阳小明", "欧***"],
    ["", ""],
    [undefined, ""],
  ])("%s", (name, masked) => expect(maskName(name)).toBe(masked));
});
