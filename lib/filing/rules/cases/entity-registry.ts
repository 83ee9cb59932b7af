import { validPerson } from "../../testing/fixtures";
import { business, type LookCase, set, unit } from "../../testing/look";

/** It is Saturday 2026-11-21: a licence of Thursday the 12th is seven working days old on Monday the 23rd. */
const LAGGING = Date.parse("2026-11-12T10:00:00+08:00");
const FOLLOWED = Date.parse("2026-11-11T10:00:00+08:00");

const withEntity = (over: Parameters<typeof unit>[0]) => unit(over).application;
const other = { name: "别的公司" };
const LEGAL_REP = "people[ppl_lead01].name";

export const ENTITY_REGISTRY_CASES: readonly LookCase[] = [
  [
    "entity.registry-lag",
    "updated less than seven working days ago",
    business({ ...other, registeredOrUpdatedAt: LAGGING }),
    ["entity.name"],
  ],
  [
    "entity.registry-lag",
    "new legal representative",
    business({ legalRepName: "林小满", registeredOrUpdatedAt: LAGGING }),
    [LEGAL_REP],
  ],
  [
    "entity.registry-lag",
    "unknown number of a new licence",
    business(
      { found: false, registeredOrUpdatedAt: null },
      withEntity({ certValidFrom: "2026-11-19", certLongTerm: true }),
    ),
    ["entity.certNo"],
  ],
  [
    "entity.registry-lag",
    "seven working days ago",
    business({ ...other, registeredOrUpdatedAt: FOLLOWED }),
    [],
  ],
  [
    "entity.registry-lag",
    "day of the update unknown",
    business({ ...other, registeredOrUpdatedAt: null }),
    [],
  ],
  ["entity.registry-lag", "updated, and agrees", business({ registeredOrUpdatedAt: LAGGING }), []],
  [
    "entity.registry-lag",
    "the provider says 2 to 4 days",
    set({ businessRegistryLagWorkingDays: [2, 4] }, business({ ...other, registeredOrUpdatedAt: LAGGING })),
    [],
  ],
  [
    "entity.registry-mismatch",
    "updated less than seven working days ago is the other finding",
    business({ ...other, registeredOrUpdatedAt: LAGGING }),
    [],
  ],
  [
    "entity.registry-mismatch",
    "updated seven working days ago",
    business({ ...other, registeredOrUpdatedAt: FOLLOWED }),
    ["name@entity.name"],
  ],
  [
    "entity.registry-mismatch",
    "institution with the code of a company",
    business(other, withEntity({ nature: 3, certType: 15 })),
    ["nature@entity.nature"],
  ],
  [
    "entity.registry-mismatch",
    "unknown number",
    business({ found: false, registeredOrUpdatedAt: null }),
    ["not-found@entity.certNo"],
  ],
  [
    "entity.registry-mismatch",
    "unknown number of a new licence is the other finding",
    business({ found: false, registeredOrUpdatedAt: null }, withEntity({ certValidFrom: "2026-11-19" })),
    [],
  ],
  ["entity.registry-mismatch", "no number yet", business({ found: false }, withEntity({ certNo: "" })), []],
  ["entity.registry-mismatch", "the register does not tell the name", business({ name: null }), []],
  ["entity.registry-mismatch", "agrees", business({}), []],
  ["entity.registry-mismatch", "persons are in no register", business({ found: false }, validPerson()), []],
  ["entity.registry-legal-rep", "somebody else", business({ legalRepName: "林小满" }), [LEGAL_REP]],
  ["entity.registry-legal-rep", "same with spaces", business({ legalRepName: "方 知远" }), []],
  ["entity.registry-legal-rep", "the register does not tell", business({ legalRepName: null }), []],
  [
    "entity.registry-legal-rep",
    "just changed is the other finding",
    business({ legalRepName: "林小满", registeredOrUpdatedAt: LAGGING }),
    [],
  ],
  [
    "entity.licence-date",
    "a newer licence is in force",
    business({ licenceIssuedOn: "2024-05-06" }),
    ["entity.certValidFrom"],
  ],
  ["entity.licence-date", "same day", business({ licenceIssuedOn: "2019-03-12" }), []],
  ["entity.licence-date", "the register does not tell", business({ licenceIssuedOn: null }), []],
  [
    "entity.licence-date",
    "no day typed",
    business({ licenceIssuedOn: "2024-05-06" }, withEntity({ certValidFrom: "" })),
    [],
  ],
  [
    "entity.name-brackets",
    "half width instead of full",
    business({ name: "青禾（北京）有限公司" }, withEntity({ name: "青禾(北京)有限公司" })),
    ["entity.name"],
  ],
  [
    "entity.name-brackets",
    "as registered",
    business({ name: "青禾（北京）有限公司" }, withEntity({ name: "青禾（北京）有限公司" })),
    [],
  ],
  [
    "entity.name-brackets",
    "only a space differs",
    business({ name: "青禾（北京）有限公司" }, withEntity({ name: "青禾（北京） 有限公司" })),
    [],
  ],
  ["entity.name-brackets", "another name is another finding", business({ name: "青禾（北京）公司" }), []],
  ["entity.abnormal-list", "listed", business({ status: "abnormal" }), ["entity.certNo"]],
  ["entity.abnormal-list", "active", business({}), []],
  ["entity.abnormal-list", "closed is another finding", business({ status: "closed" }), []],
  [
    "entity.abnormal-list",
    "the register does not tell",
    business({ status: null }),
    ["unknown@entity.certNo"],
  ],
  ["entity.closed", "closed", business({ status: "closed" }), ["entity.certNo"]],
  ["entity.closed", "active", business({}), []],
];
