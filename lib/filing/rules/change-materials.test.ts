import { expect, it } from "vitest";
import type { OrderType } from "../application/codes";
import type {
  AppDraft,
  ApplicationDraft,
  EntityDraft,
  PersonDraft,
  WebsiteDraft,
} from "../application/draft";
import { PROVINCES_BY_CODE } from "../policy/provinces";
import { onFiled } from "../testing/filed";
import { secondLead, validLead, validWebsite } from "../testing/fixtures";
import { app1 } from "../testing/look";
import { requiredMaterials } from ".";

/** Legal representative and entity lead: the first person; the second leads the service. */
const FILED = onFiled("CHANGE_FILING", {
  rest: { people: [validLead(), secondLead()], services: [validWebsite({ lead: "ppl_lead02" })] },
}).application;
const [LEAD, SECOND] = ["people[ppl_lead01]", "people[ppl_lead02]"];

function slots(type: OrderType, now: ApplicationDraft, filed = FILED, name = filed.entity.name): string[] {
  const { nature, certNo } = filed.entity;
  const ctx = onFiled(type, {
    register: { entityKnownHere: true, basis: { application: filed, stands: "same" } },
    filed: { name: name ?? null, nature: nature ?? null, certNo: certNo ?? null },
  });
  return requiredMaterials({ ...ctx, application: now })
    .filter(({ optional }) => !optional)
    .map(({ code, subject }) => `${code} ${subject}`);
}
const entity = (over: Partial<EntityDraft>, base = FILED) => ({
  ...base,
  entity: { ...base.entity, ...over },
});
const people = (id: string, over: Partial<PersonDraft>) => ({
  ...FILED,
  people: FILED.people.map((one) => (one.id === id ? { ...one, ...over } : one)),
});
const site = (over: Partial<WebsiteDraft>) => ({
  ...FILED,
  services: [validWebsite({ lead: "ppl_lead02", ...over })],
});
const third = { ...secondLead(), id: "ppl_lead03", name: "周明远", idNo: "110101198507200052" };

it.each<[string, string[], string[]]>([
  ["nothing yet", slots("CHANGE_FILING", FILED), []],
  [
    "a new address",
    slots("CHANGE_ENTITY", entity({ commAddress: "北京市朝阳区" })),
    ["ORG_CERT entity", `VIDEO_CHECK ${LEAD}`],
  ],
  [
    "the entity lead's phone: his document, not the certificate",
    slots("CHANGE_ENTITY", people("ppl_lead01", { phone1: "13800000009" })),
    [`ENTITY_LEAD_ID ${LEAD}`, `VIDEO_CHECK ${LEAD}`],
  ],
  ["a website's name", slots("CHANGE_SERVICE", site({ name: "青禾文具馆" })), [`VIDEO_CHECK ${SECOND}`]],
  [
    "the service lead's phone",
    slots("CHANGE_SERVICE", people("ppl_lead02", { phone1: "13800000009" })),
    [`SERVICE_LEAD_ID ${SECOND}`, `VIDEO_CHECK ${SECOND}`],
  ],
  [
    "another service lead",
    slots("CHANGE_SERVICE", { ...site({ lead: third.id }), people: [validLead(), third] }),
    ["SERVICE_LEAD_ID people[ppl_lead03]", "VIDEO_CHECK people[ppl_lead03]"],
  ],
  [
    "both parts",
    slots("CHANGE_FILING", {
      ...entity({ remark: "迁址" }),
      services: site({ name: "青禾文具馆" }).services,
    }),
    ["ORG_CERT entity", `VIDEO_CHECK ${SECOND}`],
  ],
  [
    "a permit that is new",
    slots("CHANGE_SERVICE", site({ noPreApproval: false, preApprovals: [{ id: "pre_0001", type: 5 }] })),
    [`VIDEO_CHECK ${SECOND}`, "PREAPPROVAL_FILE services[svc_site01]"],
  ],
])("a change asks for what it needs: %s", (_what, asked, expected) => {
  expect(asked).toEqual(expected);
});

it("leaves a permit alone that stays as it is filed", () => {
  const permit = {
    noPreApproval: false,
    preApprovals: [{ id: "pre_0001", type: 5 as const, permitNo: "京1" }],
  };
  expect(slots("CHANGE_SERVICE", site({ ...permit, name: "青禾文具馆" }), site(permit))).toEqual([
    `VIDEO_CHECK ${SECOND}`,
  ]);
});

it("asks for the icon of an APP that changes, and for no game's papers that stay", () => {
  const filed: ApplicationDraft = {
    ...FILED,
    services: [{ ...app1, lead: "ppl_lead02", game: "PLAYABLE", gameNumber: "ISBN" }],
  };
  const ios = { id: "pkg_ios1", platform: "IOS" as const, packageName: "com.sample.ios" };
  const services = filed.services.map(
    (one): AppDraft => ({ ...(one as AppDraft), packages: [...((one as AppDraft).packages ?? []), ios] }),
  );
  expect(slots("CHANGE_SERVICE", { ...filed, services }, filed)).toEqual([
    `VIDEO_CHECK ${SECOND}`,
    `APP_ICON services[${app1.id}]`,
  ]);
});

it("demands the registrar's letter about a new name in eighteen provinces", () => {
  const demanding = Object.keys(PROVINCES_BY_CODE).filter((province) => {
    const filed = entity({ province });
    return slots("CHANGE_ENTITY", entity({ province, name: "北京青禾集团有限公司" }), filed).includes(
      "NAME_CHANGE_LETTER entity",
    );
  });
  expect(demanding).toHaveLength(18);
  expect(demanding).toEqual(
    Object.values(PROVINCES_BY_CODE).flatMap(({ code, nameChangeLetter }) =>
      nameChangeLetter ? [code] : [],
    ),
  );
});
