import { describe, expect, it, test } from "vitest";
import { ORDER_TYPES } from "../application/codes";
import type { ApplicationDraft } from "../application/draft";
import { FINANCE_KINDS } from "../policy/finance";
import { contextOf, validEnterprise, validPerson, validWebsite } from "../testing/fixtures";
import { areKinds, qualificationsToVerify } from "./qualifications";

const GUANGDONG = "440000";
const inProvince = (app: ApplicationDraft, province = GUANGDONG, entity = {}) => ({
  ...app,
  entity: { ...app.entity, province, ...entity },
});
const unit = (service = {}) => validEnterprise({ services: [validWebsite(service)] });
const asked = (app: ApplicationDraft, orderType?: (typeof ORDER_TYPES)[number]) =>
  qualificationsToVerify({ ...contextOf(app), ...(orderType && { orderType }) }).length;

test.each<[string, ApplicationDraft, number]>([
  ["by content", inProvince(unit({ contents: [10] })), 1],
  ["by a word of the scope", inProvince(unit(), GUANGDONG, { businessScope: "保险代理" }), 1],
  ["by a word of the service's name", inProvince(unit({ name: "云样例理财站" })), 1],
  ["by the permit it names", inProvince(unit({ preApprovals: [{ id: "pre_1", type: 13 }] })), 1],
  [
    "with permit and word, once",
    inProvince(unit({ contents: [10], preApprovals: [{ id: "pre_1", type: 13 }] })),
    1,
  ],
  ["a permit of another kind", inProvince(unit({ preApprovals: [{ id: "pre_1", type: 9 }] })), 0],
  ["nothing of finance", inProvince(unit()), 0],
  ["another province", inProvince(unit({ contents: [10] }), "330000"), 0],
  ["no province yet", inProvince(unit({ contents: [10] }), ""), 0],
  ["a person", inProvince({ ...validPerson(), services: [validWebsite({ contents: [10] })] }), 0],
])("finance qualifications in 广东: %s", (_, app, count) => expect(asked(app)).toBe(count));

describe("finance qualifications", () => {
  it("are verified for every order that is forwarded with services, not for cancellations", () => {
    const app = inProvince(unit({ contents: [10] }));
    for (const type of ORDER_TYPES) expect(asked(app, type), type).toBe(type.startsWith("CANCEL") ? 0 : 1);
  });

  it("name the service and nothing of the others", () => {
    const app = inProvince(
      validEnterprise({
        services: [validWebsite(), validWebsite({ id: "svc_2", name: "云样例贷款站", contents: [11] })],
      }),
    );
    expect(qualificationsToVerify(contextOf(app))).toEqual([{ partId: "svc_2", name: "云样例贷款站" }]);
  });

  it("are of one kind or several, and of no finance alone", () => {
    expect(areKinds([])).toBe(false);
    for (const kind of FINANCE_KINDS) expect(areKinds([kind])).toBe(true);
    expect(areKinds(["PAYMENT", "INSURANCE"])).toBe(true);
    expect(areKinds(["PAYMENT", "PAYMENT"])).toBe(false);
    expect(areKinds(["PAYMENT", "NONE"])).toBe(false);
  });
});
