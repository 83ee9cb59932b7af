import { describe, expect, it } from "vitest";
import { ORDER_TYPES, type OrderType } from "../application/codes";
import { policyAt } from "../policy";
import type { Policy } from "../policy/types";
import { NOW, validEnterprise, validLead } from "../testing/fixtures";
import { type Around, type Caution, type WhyNot, whatCanBeDone } from "./possible";
import { APP, app, approved, filedRegistry, lived, ONE, site, TWO } from "./testing";
import type { Registry } from "./types";

const SHIPPED = policyAt(NOW);
const provider = { ...SHIPPED.provider, orderTypesEnabled: [...ORDER_TYPES] };
const ALL: Policy = { ...SHIPPED, provider };
const QUIET: Around = { openOrder: false, ordersFull: false, riskFlag: false, today: "2026-11-21" };
const BUSY: Around = { ...QUIET, openOrder: true, ordersFull: true };
const FILED = filedRegistry();

const ask = (registry: Registry, number: string | null, around = QUIET, policy = ALL) => {
  const service = number === null ? null : registry.services.find((held) => held.number === number);
  if (service === undefined) throw new Error("no such service");
  return Object.fromEntries(
    whatCanBeDone(registry, service, around, policy).map(({ action, possible, reason, caution }) => {
      expect(possible).toBe(reason === null);
      return [action, reason ?? (caution === null ? "yes" : `yes, ${caution}`)];
    }),
  );
};
type Answer = WhyNot | "yes" | `yes, ${Caution}`;
type Answers = Partial<Record<OrderType, Answer>>;

const ENTITY: Answers = {
  FIRST_FILING: "already-filed",
  NEW_SERVICE_LOCAL: "yes",
  NEW_SERVICE_FOREIGN: "known-here",
  ACCESS_FILING: "known-here",
  ACCESS_SERVICE: "yes",
  CHANGE_FILING: "yes, name-letter",
  CHANGE_ENTITY: "yes, name-letter",
  CANCEL_ENTITY: "yes",
};
const SERVICE: Answers = {
  ACCESS_SERVICE: "served-here",
  CHANGE_SERVICE: "yes, server-later",
  CANCEL_SERVICE: "yes",
  CANCEL_ACCESS: "yes",
};
const every = (answers: Answers, answer: Answer, except: Answers = {}): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([type, was]) => [
      type,
      except[type as OrderType] ?? (/already|known|served/.test(was) ? was : answer),
    ]),
  );

const one = (over: Parameters<typeof approved>[2] = {}) =>
  lived(approved("FIRST_FILING", [[ONE, site(1)]], over));
const elsewhere = lived(
  approved("FIRST_FILING", [[ONE, site(1)]]),
  approved("CANCEL_ACCESS", [[ONE, site(1)]]),
);
const shell = lived(approved("FIRST_FILING", [[ONE, site(1)]]), approved("CANCEL_SERVICE", [[ONE, site(1)]]));
/** Filed by another provider under the same record. */
const OTHER = { number: TWO, kind: "WEBSITE", name: "别处的站", domains: ["site2.com"] } as const;
const gone = lived(approved("FIRST_FILING", [[ONE, site(1)]]), approved("CANCEL_ENTITY", []));
const withLead = (lead: Parameters<typeof validLead>[0]) => one({ people: [validLead(lead)] });
const inProvince = (province: string) => one({ entity: { ...validEnterprise().entity, province } });

describe("what can be done with a record", () => {
  it.each<[string, Registry, Around, Answers]>([
    ["in order", FILED, QUIET, ENTITY],
    ["while an order is open", FILED, BUSY, every(ENTITY, "open-order")],
    [
      "while an order is open and the provider allows more of them",
      FILED,
      { ...BUSY, ordersFull: false },
      every(ENTITY, "open-order", { NEW_SERVICE_LOCAL: "yes", ACCESS_SERVICE: "yes" }),
    ],
    [
      "of a flagged account",
      FILED,
      { ...QUIET, riskFlag: true },
      every(ENTITY, "risk-flag", { CANCEL_ENTITY: "yes" }),
    ],
    ["that is a shell", shell, QUIET, every(ENTITY, "shell")],
    [
      "with nothing left here and something at another provider",
      { ...shell, elsewhere: [OTHER] },
      QUIET,
      {
        ...ENTITY,
        ...{ CHANGE_FILING: "not-served-here", CHANGE_ENTITY: "not-served-here" },
        CANCEL_ENTITY: "not-served-here",
      },
    ],
    ["that has ended", gone, QUIET, Object.fromEntries(Object.keys(ENTITY).map((type) => [type, "ended"]))],
    [
      "whose services are all served elsewhere",
      elsewhere,
      QUIET,
      {
        ...ENTITY,
        ...{ CHANGE_FILING: "not-served-here", CHANGE_ENTITY: "not-served-here" },
        CANCEL_ENTITY: "not-served-here",
      },
    ],
    [
      "whose lead's ID has expired",
      withLead({ idValidTo: "2026-11-20" }),
      QUIET,
      { ...ENTITY, NEW_SERVICE_LOCAL: "lead-id-expired", ACCESS_SERVICE: "lead-id-expired" },
    ],
    ["whose lead's ID ends today", withLead({ idValidTo: "2026-11-21" }), QUIET, ENTITY],
    ["whose lead's ID never ends", withLead({ idValidTo: "2020-01-01", idLongTerm: true }), QUIET, ENTITY],
    [
      "where access data must match",
      inProvince("430000"),
      QUIET,
      { ...ENTITY, ACCESS_SERVICE: "yes, data-must-match", CHANGE_FILING: "yes", CHANGE_ENTITY: "yes" },
    ],
  ])("%s", (_what, registry, around, expected) => {
    expect(ask(registry, null, around)).toEqual(expected);
  });

  it("that is the last one here, and not the last one: nobody is warned of a shell", () => {
    expect(ask(one(), ONE).CANCEL_SERVICE).toBe("yes, last-service");
    expect(ask({ ...one(), elsewhere: [OTHER] }, ONE).CANCEL_SERVICE).toBe("yes");
  });

  it("that is a shell, where the province's shells may add: one service", () => {
    const policy = { ...ALL, provider: { ...provider, shellDirectAddProvinces: ["110000"] } };
    expect(ask(shell, null, QUIET, policy)).toEqual(every(ENTITY, "shell", { NEW_SERVICE_LOCAL: "yes" }));
  });

  it("of a person, up to the provider's limit", () => {
    const person = one({ entity: { ...validEnterprise().entity, nature: 5 } });
    const upTo = (most: number) =>
      ask(person, null, QUIET, { ...ALL, provider: { ...provider, personServicesTotal: most } });
    expect([0, 1, 2].map((most) => upTo(most).NEW_SERVICE_LOCAL)).toEqual(["yes", "services-full", "yes"]);
    // A person's name needs no registrar's letter.
    expect(upTo(0).CHANGE_ENTITY).toBe("yes");
  });

  it("as shipped: what the provider does not offer yet comes last", () => {
    expect(ask(FILED, null, QUIET, SHIPPED)).toEqual(
      every(ENTITY, "not-offered", {
        ...{ NEW_SERVICE_LOCAL: "yes", ACCESS_SERVICE: "yes" },
        ...{ CHANGE_ENTITY: "yes, name-letter", CHANGE_FILING: "yes, name-letter" },
        CANCEL_ENTITY: "yes",
      }),
    );
  });
});

describe("what can be done with a service", () => {
  it.each<[string, Registry, string, Around, Answers]>([
    ["in order", FILED, ONE, QUIET, SERVICE],
    ["an APP in order", FILED, APP, QUIET, SERVICE],
    ["the only one", one(), ONE, QUIET, { ...SERVICE, CANCEL_SERVICE: "yes, last-service" }],
    ["while an order is open", FILED, ONE, BUSY, every(SERVICE, "open-order")],
    [
      "of a flagged account",
      FILED,
      ONE,
      { ...QUIET, riskFlag: true },
      every(SERVICE, "risk-flag", { CANCEL_SERVICE: "yes", CANCEL_ACCESS: "yes" }),
    ],
    [
      "that has no access here",
      elsewhere,
      ONE,
      QUIET,
      {
        ...{ ACCESS_SERVICE: "yes", CHANGE_SERVICE: "not-served-here" },
        ...{ CANCEL_SERVICE: "not-served-here", CANCEL_ACCESS: "not-served-here" },
      },
    ],
    [
      "that has ended",
      lived(
        approved("FIRST_FILING", [
          [ONE, site(1)],
          [TWO, site(2)],
          [APP, app(1)],
        ]),
        approved("CANCEL_SERVICE", [[TWO, site(2)]]),
      ),
      TWO,
      QUIET,
      Object.fromEntries(Object.keys(SERVICE).map((type) => [type, "ended"])),
    ],
    [
      "whose lead was filed without dates",
      withLead({ idValidTo: undefined }),
      ONE,
      QUIET,
      { ...SERVICE, CHANGE_SERVICE: "lead-id-undated", CANCEL_SERVICE: "yes, last-service" },
    ],
    [
      "whose lead has a passport without dates",
      withLead({ idType: 11, idValidTo: undefined }),
      ONE,
      QUIET,
      { ...SERVICE, CANCEL_SERVICE: "yes, last-service" },
    ],
  ])("%s", (_what, registry, number, around, expected) => {
    expect(ask(registry, number, around)).toEqual(expected);
  });

  it("covers every order type, here or at the record", () => {
    const covered = new Set([...Object.keys(ask(FILED, null)), ...Object.keys(ask(FILED, ONE))]);
    expect(covered).toEqual(new Set(ORDER_TYPES));
  });
});
