import { describe, expect, it } from "vitest";
import type { OrderType } from "../application/codes";
import type { ApplicationDraft } from "../application/draft";
import { decideRecord, type Handover, recordable } from "./machine";
import { canonicalNumbers, numberProblems } from "./numbers";
import { HANDOVER_STATES, type HandoverFact, type HandoverFactType, type HandoverState } from "./records";

const application: ApplicationDraft = {
  schemaVersion: 1,
  entity: { nature: 4, name: "清河图书有限公司", certNo: "91110000MA01TEST0X", province: "110000" },
  people: [],
  services: [
    { kind: "WEBSITE", id: "svc_web0", name: "清河书店", domain: "qinghe-books.cn" },
    { kind: "APP", id: "svc_app0", name: "清河阅读" },
  ],
};
const base: Handover = {
  state: "received",
  handed: { application, materials: [] },
  orderType: "FIRST_FILING",
  required: ["ppl_a", "ppl_b"],
  knownEntity: null,
  recorded: [],
};
const NUMBERS = {
  entityNumber: "京ICP备2026000001号",
  services: { svc_web0: "京ICP备2026000001号-1", svc_app0: "京ICP备2026000001号-2A" },
};
const FACTS: Readonly<Record<HandoverFactType, HandoverFact>> = {
  downloaded: { type: "downloaded" },
  sent: { type: "sent" },
  refused: { type: "refused", code: "ORGANIZER_CONFLICT" },
  smsStarted: { type: "smsStarted" },
  smsDone: { type: "smsDone", personId: "ppl_a" },
  smsFailed: { type: "smsFailed", cause: "timeout" },
  approved: { type: "approved", ...NUMBERS },
  rejected: { type: "rejected", items: [{ code: "DOMAIN_CONFLICT", target: "order", text: null }] },
  conflict: { type: "conflict", code: "ORGANIZER_CONFLICT", target: "order" },
  accepted: { type: "accepted" },
  struck: { type: "struck" },
};

/** Every state by every fact: where it leads, `same` without effect, `-` not possible. */
const TABLE: Readonly<Record<HandoverState, Readonly<Record<HandoverFactType, string>>>> = (() => {
  const row = (...cells: readonly string[]) =>
    Object.fromEntries(Object.keys(FACTS).map((type, index) => [type, cells[index] ?? "-"])) as Record<
      HandoverFactType,
      string
    >;
  const ended = row("-", "-", "-", "-", "-", "-", "-", "-", "-");
  return {
    received: row("downloaded", "-", "-", "-", "-", "-", "-", "-", "-"),
    downloaded: row("same", "sent", "refused", "-", "-", "-", "-", "-", "-"),
    sent: row("same", "-", "refused", "sms", "-", "-", "-", "-", "-"),
    sms: row("same", "-", "-", "-", "sms", "smsFailed", "-", "-", "-"),
    review: row("same", "-", "-", "-", "-", "-", "approved", "rejected", "rejected"),
    smsFailed: ended,
    approved: ended,
    rejected: ended,
    refused: ended,
    superseded: ended,
  };
})();

describe.each(HANDOVER_STATES)("in the state %s", (state) => {
  it.each(Object.entries(TABLE[state]) as [HandoverFactType, string][])("%s → %s", (type, expected) => {
    const answer = decideRecord({ ...base, state }, FACTS[type]);
    const foreign = type === "accepted" ? state === "sent" : type === "struck" && state === "review";
    if (foreign) {
      expect(answer).toMatchObject({ error: { code: "invalid", reason: "handover.other-kind" } });
      expect(recordable(state, base.orderType)).not.toContain(type);
    } else if (expected === "-") {
      expect(answer).toMatchObject({
        error: { code: "wrong_state", reason: `handover.in-${state}`, params: { record: type } },
      });
      expect(recordable(state, base.orderType)).not.toContain(type);
    } else if (expected === "same") expect(answer).toEqual({ ok: true, value: null });
    else {
      expect(answer).toMatchObject({ value: { next: { state: expected } } });
      expect(recordable(state, base.orderType)).toContain(type);
    }
  });
});

describe("a cancellation", () => {
  const facts = (state: HandoverState, orderType: OrderType) => recordable(state, orderType).join(" ");
  it("gets no numbers, and cancel access no codes", () => {
    expect(facts("sent", "CANCEL_ENTITY")).toBe("refused smsStarted");
    expect(facts("sent", "CANCEL_ACCESS")).toBe("refused accepted");
    for (const type of ["CANCEL_ENTITY", "CANCEL_SERVICE", "CANCEL_ACCESS"] as const)
      expect(facts("review", type)).toBe("struck rejected");
  });
  it("goes to the review without codes, and ends struck off", () => {
    const access: Handover = { ...base, orderType: "CANCEL_ACCESS", required: [] };
    const taken = decideRecord({ ...access, state: "sent" }, { type: "accepted" });
    expect(taken).toMatchObject({ value: { next: { state: "review" } } });
    expect(decideRecord({ ...access, state: "review" }, { type: "struck" })).toMatchObject({
      value: { next: { state: "approved" } },
    });
    expect(decideRecord({ ...access, state: "sent" }, { type: "smsStarted" })).toMatchObject({
      error: { reason: "handover.other-kind" },
    });
    expect(decideRecord({ ...base, state: "review" }, { type: "struck" })).toMatchObject({
      error: { reason: "handover.other-kind" },
    });
  });
});

describe("a fact", () => {
  it("recorded before is taken again without effect, whatever the state and the writing", () => {
    for (const fact of Object.values(FACTS))
      expect(decideRecord({ ...base, state: "approved", recorded: [fact] }, fact)).toEqual({
        ok: true,
        value: null,
      });
    const loose = { ...NUMBERS, entityNumber: " 京icp备2026000001 " };
    const known = { ...base, state: "approved", recorded: [FACTS.approved] } as const;
    expect(decideRecord(known, { type: "approved", ...loose })).toEqual({ ok: true, value: null });
    const other = { type: "approved", ...NUMBERS, entityNumber: "京ICP备2026000002号" } as const;
    expect(decideRecord(known, other)).toMatchObject({ error: { code: "wrong_state" } });
  });

  it("of the last lead leads on to the review", () => {
    const first = decideRecord({ ...base, state: "sms" }, { type: "smsDone", personId: "ppl_a" });
    if (!first.ok || first.value === null) throw new Error("not taken");
    expect(decideRecord(first.value.next, { type: "smsDone", personId: "ppl_b" })).toMatchObject({
      value: { next: { state: "review" } },
    });
  });

  it.each([
    [
      "a stranger's verification",
      "sms",
      { type: "smsDone", personId: "ppl_x" },
      "personId",
      "handover.no-lead",
    ],
    [
      "a reason of the provider's",
      "review",
      { type: "rejected", items: [{ code: "PHONE_UNREACHABLE", target: "order", text: null }] },
      "items.0.code",
      "handover.reason",
    ],
    [
      "a place the reason does not fit",
      "review",
      { type: "rejected", items: [{ code: "DOMAIN_CONFLICT", target: "entity.name", text: null }] },
      "items.0.target",
      "handover.target",
    ],
    [
      "a conflict at no place of the filing",
      "review",
      { type: "conflict", code: "DOMAIN_CONFLICT", target: "services[svc_none].domain" },
      "target",
      "handover.target",
    ],
  ] as const)("is not %s", (_, state, fact, path, reason) => {
    expect(decideRecord({ ...base, state }, fact as HandoverFact)).toMatchObject({
      error: { code: "invalid", fields: [{ path, reason }] },
    });
  });

  it("refuses numbers that belong to others", () => {
    const taken = new Set(["京ICP备2026000001号-1"]);
    expect(decideRecord({ ...base, state: "review" }, FACTS.approved, taken)).toMatchObject({
      error: { fields: [{ path: "services.svc_web0", reason: "handover.number-taken" }] },
    });
  });
});

describe("what is filed already", () => {
  const [site, app] = application.services;
  const filed = (number: string): ApplicationDraft => ({
    ...application,
    services: site && app ? [{ ...site, serviceFilingNumber: number }, app] : [],
  });
  const decide = (orderType: OrderType, number: string, fact: HandoverFact = FACTS.approved) =>
    decideRecord(
      { ...base, state: "review", orderType, handed: { application: filed(number), materials: [] } },
      fact,
    );

  it.each(["ACCESS_FILING", "ACCESS_SERVICE", "CHANGE_SERVICE", "CHANGE_FILING"] as const)(
    "keeps its number in %s, however it is written",
    (type) => {
      expect(decide(type, "京icp备2026000001-1")).toMatchObject({ ok: true });
      expect(decide(type, "京ICP备2026000001号-7")).toMatchObject({
        error: { fields: [{ path: "services.svc_web0", reason: "handover.number-kept" }] },
      });
    },
  );

  it("does not bind a new service, and a change of the organiser alone numbers nothing", () => {
    expect(decide("NEW_SERVICE_FOREIGN", "京ICP备2026000001号-7")).toMatchObject({ ok: true });
    const alone = { ...NUMBERS, type: "approved", services: {} } as const;
    expect(decide("CHANGE_ENTITY", "京ICP备2026000001号-7", alone)).toMatchObject({ ok: true });
    expect(decide("CHANGE_ENTITY", "京ICP备2026000001号-7")).toMatchObject({ error: { code: "invalid" } });
  });
});

describe("numbers", () => {
  const about = {
    province: "110000",
    services: [
      { id: "svc_web0", kind: "WEBSITE", keeps: null },
      { id: "svc_app0", kind: "APP", keeps: null },
    ],
    knownEntity: null,
    taken: new Set<string>(),
  } as const;
  const problems = (
    given: { entityNumber?: string; services?: Record<string, string> },
    more: { knownEntity?: string; taken?: ReadonlySet<string>; province?: string } = {},
  ) =>
    numberProblems(canonicalNumbers({ ...NUMBERS, ...given }), { ...about, ...more }).map(
      ({ path, reason }) => `${path} ${reason}`,
    );
  const web = (number: string) => ({ services: { ...NUMBERS.services, svc_web0: number } });

  it("are right as issued, written without 号 and with an old name of the province", () => {
    expect(problems({})).toEqual([]);
    expect(problems(web("京ICP备2026000001-1"))).toEqual([]);
    const old = {
      entityNumber: "甘ICP备2026000001号",
      services: { svc_web0: "甘ICP备2026000001号-1", svc_app0: "陇ICP备2026000001号-2A" },
    };
    expect(problems(old, { province: "620000" })).toEqual([]);
    expect(problems({}, { knownEntity: NUMBERS.entityNumber })).toEqual([]);
  });

  it.each([
    ["none", { entityNumber: " " }, "entityNumber handover.number-missing"],
    ["no number", { entityNumber: "2026000001" }, "entityNumber handover.number-form"],
    [
      "a service's as the entity's",
      { entityNumber: "京ICP备2026000001号-1" },
      "entityNumber handover.number-form",
    ],
    ["seven digits", { entityNumber: "京ICP备2026001号" }, "entityNumber handover.number-form"],
    ["another province's", { entityNumber: "粤ICP备2026000001号" }, "entityNumber handover.number-province"],
    [
      "a service without",
      { services: { svc_app0: NUMBERS.services.svc_app0 } },
      "services.svc_web0 handover.number-missing",
    ],
    ["an entity's for a service", web("京ICP备2026000001号"), "services.svc_web0 handover.number-form"],
    ["of another entity", web("京ICP备2026000002号-1"), "services.svc_web0 handover.number-entity"],
    ["of another kind", web("京ICP备2026000001号-1A"), "services.svc_web0 handover.number-kind"],
    [
      "of no service of it",
      { services: { ...NUMBERS.services, svc_x: "京ICP备2026000001号-9" } },
      "services.svc_x handover.no-service",
    ],
  ])("are wrong: %s", (_, given, expected) => expect(problems(given)).toContain(expected));

  it("are wrong when the organiser has another, when taken, when given twice", () => {
    expect(problems({}, { knownEntity: "京ICP备2020000009号" })).toEqual([
      "entityNumber handover.number-other-entity",
    ]);
    expect(problems({}, { taken: new Set([NUMBERS.entityNumber]) })).toEqual([
      "entityNumber handover.number-taken",
    ]);
    const two = [
      { id: "a", kind: "WEBSITE" as const, keeps: null },
      { id: "b", kind: "WEBSITE" as const, keeps: null },
    ];
    const twice = {
      entityNumber: NUMBERS.entityNumber,
      services: { a: "京ICP备2026000001号-1", b: "京ICP备2026000001-1" },
    };
    expect(numberProblems(canonicalNumbers(twice), { ...about, services: two })).toEqual([
      { path: "services.b", reason: "handover.number-twice" },
    ]);
  });
});
