import type { EntityDraft } from "../../application/draft";
import { type LookCase, person, provincial, registry, typed, unit } from "../../testing/look";

const EMPTY: Partial<EntityDraft> = {
  province: "",
  nature: undefined,
  certType: undefined,
  certNo: " ",
  name: undefined,
  city: "",
  district: "",
  certAddress: "",
  commAddress: "",
  certLongTerm: undefined,
};
const FIELDS = [
  "province",
  "nature",
  "certType",
  "certNo",
  "name",
  "city",
  "district",
  "certAddress",
  "commAddress",
  "certValidTo",
];
const away = (nonLocalId: Parameters<typeof provincial>[0]["nonLocalId"]) =>
  provincial({ nonLocalId }, {}, person({ province: "130000" }));

export const ENTITY_CASES: readonly LookCase[] = [
  ["entity.required", "nothing typed", unit(EMPTY), FIELDS.map((field) => `${field}@entity.${field}`)],
  [
    "entity.required",
    "unit without investor",
    unit({ investorOrSuperior: "" }),
    ["investorOrSuperior@entity.investorOrSuperior"],
  ],
  ["entity.required", "person has no investor", person({ investorOrSuperior: undefined }), []],
  ["entity.required", "long-term needs no end", unit({ certValidTo: undefined, certLongTerm: true }), []],
  ["entity.province-known", "Taiwan is not filed here", unit({ province: "710000" }), ["entity.province"]],
  ["entity.province-known", "北京", unit(), []],
  ["entity.province-known", "not chosen yet", unit({ province: undefined }), []],
  ["entity.nature-cert", "ID of a company", unit({ certType: 2 }), ["entity.certType"]],
  ["entity.nature-cert", "licence of a person", person({ certType: 1 }), ["entity.certType"]],
  ["entity.nature-cert", "organisation code of a company", unit({ certType: 12 }), []],
  ["entity.nature-cert", "passport of a person", person({ certType: 7 }), []],
  ["entity.blacklisted", "listed", registry({ blacklisted: true }), ["entity.certNo"]],
  ["entity.blacklisted", "not listed", registry({}), []],
  [
    "entity.blacklisted",
    "a change adds nothing",
    typed("CHANGE_ENTITY", registry({ blacklisted: true })),
    [],
  ],
  ["entity.local-unit", "Beijing code in Henan", unit({ province: "410000" }), ["entity.province"]],
  ["entity.local-unit", "Beijing code in Beijing", unit(), []],
  ["entity.local-unit", "state register", unit({ province: "410000", certNo: "11100000000000190H" }), []],
  ["entity.local-unit", "no proper code", unit({ province: "410000", certNo: "110108000000015" }), []],
  ["entity.local-id", "山西 takes only its own", person({ province: "140000" }), ["entity.province"]],
  ["entity.local-id", "only local IDs", away("LOCAL_ID_ONLY"), ["entity.province"]],
  [
    "entity.local-id",
    "with a local phone",
    away("ALLOWED_WITH_LOCAL_PHONE"),
    ["local-phone@entity.province"],
  ],
  ["entity.local-id", "proof of residence", away("RESIDENCE_PROOF"), ["residence@entity.province"]],
  ["entity.local-id", "lease or deed", away("LOCAL_ID_OR_LEASE"), ["lease@entity.province"]],
  ["entity.local-id", "province says nothing", away("UNSPECIFIED"), ["unspecified@entity.province"]],
  ["entity.local-id", "at home", person(), []],
  ["entity.local-id", "passport", person({ province: "140000", certType: 7, certNo: "E12345678" }), []],
];
