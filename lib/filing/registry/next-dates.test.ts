import { expect, it } from "vitest";
import { secondLead, validEnterprise, validLead } from "../testing/fixtures";
import { nextDates } from "./next-dates";
import { approved, lived, ONE, site, TWO } from "./testing";

const EXPIRIES = {
  servers: { "ins-demo0001": { name: "web-1", day: "2027-03-01" } },
  domains: { "site1.com": "2027-01-15" },
  lent: { [ONE]: "2027-02-01" },
};
const filed = (over: Parameters<typeof approved>[2]) =>
  lived(
    approved(
      "FIRST_FILING",
      [
        [
          ONE,
          site(1, {
            lead: "ppl_lead02",
            preApprovals: [{ id: "pre_0001", type: 1, permitNo: "京2026-1", validTo: "2026-12-31" }],
          }),
        ],
      ],
      { people: [validLead({ idValidTo: "2028-05-01" }), secondLead({ idValidTo: "2026-11-30" })], ...over },
    ),
  );

it("what runs out comes soonest first, people by their part", () => {
  const { entity } = validEnterprise();
  const limited = { ...entity, certLongTerm: false, certValidTo: "2029-03-11" };
  expect(nextDates(filed({ entity: limited }), EXPIRIES).map((date) => Object.values(date))).toEqual([
    ["service-lead-id", ONE, null, "2026-11-30"],
    ["permit", ONE, "京2026-1", "2026-12-31"],
    ["domain", ONE, "site1.com", "2027-01-15"],
    ["server", ONE, "web-1", "2027-03-01"],
    ["entity-lead-id", null, null, "2028-05-01"],
    ["certificate", null, null, "2029-03-11"],
  ]);
});

it("what never ends, is unknown or has ended itself has no date", () => {
  const forEver = { people: [validLead({ idLongTerm: true }), secondLead({ idValidTo: "soon" })] };
  const known = nextDates(filed(forEver), { servers: {}, domains: {}, lent: {} });
  expect(known.map(({ kind }) => kind)).toEqual(["permit"]);
  const registry = lived(
    approved("FIRST_FILING", [
      [ONE, site(1)],
      [TWO, site(2)],
    ]),
    approved("CANCEL_SERVICE", [[ONE, site(1)]]),
    approved("CANCEL_ACCESS", [[TWO, site(2)]]),
  );
  expect(nextDates(registry, EXPIRIES).map(({ kind, service }) => [kind, service])).toEqual([
    ["entity-lead-id", null],
    ["service-lead-id", TWO],
  ]);
  const gone = lived(approved("FIRST_FILING", [[ONE, site(1)]]), approved("CANCEL_ENTITY", []));
  expect(nextDates(gone, EXPIRIES)).toEqual([]);
});

it("a service on somebody else's server has the day of that server, without its name", () => {
  const registry = lived(
    approved("FIRST_FILING", [[ONE, site(1, { resource: { kind: "CODE", code: "ABCD-EFGH" } })]]),
  );
  expect(nextDates(registry, EXPIRIES)).toContainEqual({
    ...{ kind: "code", service: ONE, name: null, day: "2027-02-01" },
  });
  expect(nextDates(filed({}), EXPIRIES).map(({ kind }) => kind)).not.toContain("code");
});
