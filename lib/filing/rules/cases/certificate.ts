import type { EntityDraft } from "../../application/draft";
import { advised, type LookCase, person, set, typed, unit } from "../../testing/look";

const until = (certValidTo: string, over: Partial<EntityDraft> = {}) =>
  unit({ certValidTo, certLongTerm: false, ...over });
const shanghai = (certValidTo: string) =>
  advised({ licenceMinMonths: 12 }, until(certValidTo, { province: "310000" }));
const old = unit({ certNo: "110108000000015" });
const coded = (nature: EntityDraft["nature"], certNo: string) => unit({ nature, certNo, certType: 1 });

export const CERTIFICATE_CASES: readonly LookCase[] = [
  [
    "certificate.number-form",
    "wrong last character",
    unit({ certNo: "91110108MA0000015X" }),
    ["check-digit@entity.certNo"],
  ],
  [
    "certificate.number-form",
    "wrong organisation code",
    unit({ certNo: "91110108MA0000016T" }),
    ["organisation-code@entity.certNo"],
  ],
  [
    "certificate.number-form",
    "a letter no code has",
    unit({ certNo: "9111010OMA0000015T" }),
    ["form@entity.certNo"],
  ],
  ["certificate.number-form", "right code", unit(), []],
  ["certificate.number-form", "old licence is advice", old, []],
  [
    "certificate.number-form",
    "organisation code that does not add up",
    unit({ certType: 12, certNo: "MA0000016" }),
    ["check-digit@entity.certNo"],
  ],
  ["certificate.number-form", "old card", person({ certNo: "110101900307001" }), ["old-card@entity.certNo"]],
  [
    "certificate.number-form",
    "foreign region",
    person({ certNo: "990101199003070011" }),
    ["region@entity.certNo"],
  ],
  [
    "certificate.number-form",
    "no such birthday",
    person({ certNo: "110101199002300011" }),
    ["date@entity.certNo"],
  ],
  [
    "certificate.number-form",
    "passport with a hyphen",
    person({ certType: 7, certNo: "E-1" }),
    ["form@entity.certNo"],
  ],
  ["certificate.number-form", "passport", person({ certType: 7, certNo: "E12345678" }), []],
  ["certificate.number-form", "not typed yet", unit({ certNo: "" }), []],
  ["certificate.old-number", "registration number", old, ["entity.certNo"]],
  [
    "certificate.old-number",
    "organisation code",
    unit({ certType: 12, certNo: "MA0000015" }),
    ["entity.certNo"],
  ],
  ["certificate.old-number", "filed under it", typed("ACCESS_FILING", old), ["filed@entity.certNo"]],
  [
    "certificate.old-number",
    "filed under it, new service",
    typed("NEW_SERVICE_FOREIGN", old),
    ["filed@entity.certNo"],
  ],
  ["certificate.old-number", "known here", typed("NEW_SERVICE_LOCAL", old), ["entity.certNo"]],
  ["certificate.old-number", "unified code", unit(), []],
  [
    "certificate.number-nature",
    "institution with a company's code",
    coded(3, "91110108MA0000015T"),
    ["entity.certNo"],
  ],
  [
    "certificate.number-nature",
    "company with an institution's code",
    coded(4, "12310104MB0000035P"),
    ["entity.certNo"],
  ],
  [
    "certificate.number-nature",
    "company with an association's code",
    coded(4, "51330106500000058T"),
    ["entity.certNo"],
  ],
  ["certificate.number-nature", "company", unit(), []],
  ["certificate.number-nature", "sole proprietor", coded(4, "92440305MA00000232"), []],
  ["certificate.number-nature", "government", coded(2, "11320102000000043P"), []],
  ["certificate.number-nature", "institution", coded(3, "12310104MB0000035P"), []],
  ["certificate.number-nature", "association", coded(6, "51330106500000058T"), []],
  ["certificate.number-nature", "private non-enterprise", coded(9, "52420106MJ00000699"), []],
  ["certificate.number-nature", "foundation", coded(10, "53510104500000074J"), []],
  ["certificate.number-nature", "law firm: no rule", coded(11, "91110108MA0000015T"), []],
  ["certificate.number-nature", "old number tells nothing", coded(3, "110108000000015"), []],
  [
    "certificate.type-refused",
    "passport where it is refused",
    advised({ idTypesRefused: [7, 14] }, person({ certType: 7, certNo: "E12345678" })),
    ["entity.certType"],
  ],
  ["certificate.type-refused", "ID card", advised({ idTypesRefused: [7, 14] }, person()), []],
  ["certificate.type-refused", "province takes passports", person({ certType: 7, certNo: "E12345678" }), []],
  ["certificate.date-form", "no such day", unit({ certValidFrom: "2026-02-30" }), ["entity.certValidFrom"]],
  ["certificate.date-form", "from today", unit({ certValidFrom: "2026-11-21" }), []],
  [
    "certificate.date-form",
    "future and reversed",
    until("2026-11-21", { certValidFrom: "2026-11-22" }),
    ["future@entity.certValidFrom", "order@entity.certValidTo"],
  ],
  ["certificate.date-form", "no such end", until("2036-13-01"), ["entity.certValidTo"]],
  [
    "certificate.date-form",
    "long-term has no end",
    unit({ certValidTo: "2036-13-01", certLongTerm: true }),
    [],
  ],
  ["certificate.validity", "exactly 3 months", until("2027-02-21"), ["entity.certValidTo"]],
  ["certificate.validity", "3 months and a day", until("2027-02-22"), []],
  ["certificate.validity", "today", until("2026-11-21"), ["entity.certValidTo"]],
  ["certificate.validity", "yesterday", until("2026-11-20"), ["expired@entity.certValidTo"]],
  ["certificate.validity", "long-term", unit({ certValidTo: "2026-11-20", certLongTerm: true }), []],
  [
    "certificate.validity",
    "provider wants a month",
    set({ certificateMinRemainingMonths: 1 }, until("2026-12-22")),
    [],
  ],
  ["certificate.province-validity", "12 months", shanghai("2027-11-21"), ["entity.certValidTo"]],
  ["certificate.province-validity", "12 months and a day", shanghai("2027-11-22"), []],
  [
    "certificate.province-validity",
    "persons' IDs are not licences",
    advised({ licenceMinMonths: 12 }, person({ certValidTo: "2027-11-21" })),
    [],
  ],
  ["certificate.province-validity", "province says nothing", until("2027-11-21"), []],
];
