import { expect, it, test } from "vitest";
import { ApplicationDraft } from "../application/draft";
import { residentIdProblem } from "../application/identifiers/resident-id";
import { policyAt } from "../policy";
import { PROVINCES } from "../policy/provinces";
import { requiredMaterials } from "../rules";
import { oncePerService, readSituation, situationContext, situationDocument } from "./situation";

const AT = Date.parse("2026-11-24T02:00:00Z");
const policy = policyAt(AT);
const codes = (query: Record<string, string>) =>
  requiredMaterials(situationContext(readSituation(query, policy), policy, AT)).map(({ code }) => code);

test.each([
  [{ nature: "5" }, "PERSON_ID"],
  [{}, "ORG_CERT"],
  [{ province: "320000", entityLead: "other" }, "LETTER_LEGAL_REP"],
  [{ province: "320000" }, "JS_COMMITMENT"],
  [{ province: "310000", serviceLead: "other" }, "LETTER_SERVICE_LEAD_SH"],
  [{ province: "440000", nature: "5", id: "elsewhere" }, "RESIDENCE_PROOF"],
  [{ domain: "elsewhere" }, "DOMAIN_REALNAME_SHOT"],
  [{ domain: "legal-rep" }, "DOMAIN_HOLDER_PROOF"],
  [{ preApproval: "5" }, "PREAPPROVAL_FILE"],
  [{ kind: "APP" }, "APP_ICON"],
  [{ province: "320000", count: "30" }, "SITE_PLAN"],
])("%j asks for %s, and the usual case does not", (query, code) => {
  expect(codes(query as Record<string, string>)).toContain(code);
  const usual = code === "ORG_CERT" ? codes({ nature: "5" }) : codes({});
  expect(usual).not.toContain(code);
});

it("takes the commonest case where an address says nonsense", () => {
  const query = {
    province: "__proto__",
    nature: "99",
    count: "1000",
    kind: "GAME",
    orderType: "CANCEL_ENTITY",
  };
  expect(readSituation(query, policy)).toEqual({ ...readSituation({}, policy), count: 40 });
  expect(readSituation({ count: "-3" }, policy).count).toBe(1);
});

test.each(PROVINCES)("$name: a well-formed document, with an ID of the right province", ({ code }) => {
  for (const id of ["local", "elsewhere"]) {
    const situation = readSituation({ province: code, nature: "5", id }, policy);
    const document = situationDocument(situation);
    expect(ApplicationDraft.safeParse(document).success).toBe(true);
    const number = document.entity.certNo ?? "";
    expect(residentIdProblem(number, "2026-11-24")).toBeNull();
    expect(number.startsWith(code.slice(0, 2))).toBe(id === "local");
  }
  const unit = situationDocument(
    readSituation({ province: code, entityLead: "other", serviceLead: "other" }, policy),
  );
  expect(unit.people).toHaveLength(3);
  expect(ApplicationDraft.safeParse(unit).success).toBe(true);
});

it("names once what every service asks for", () => {
  const slots = requiredMaterials(
    situationContext(readSituation({ kind: "APP", count: "3" }, policy), policy, AT),
  );
  const icons = (list: typeof slots) => list.filter(({ code }) => code === "APP_ICON");
  expect([icons(slots).length, icons(oncePerService(slots)).length]).toEqual([3, 1]);
});
