import { type LookCase, person, unit } from "../../testing/look";

export const CERTIFICATE_CASES: readonly LookCase[] = [
  [
    "certificate.number-form",
    "wrong digit",
    unit({ certNo: "91110108MA0000015X" }),
    ["check-digit@entity.certNo"],
  ],
  ["certificate.number-form", "old card", person({ certNo: "110101900307001" }), ["old-card@entity.certNo"]],
  ["certificate.old-number", "registration number", unit({ certNo: "110108000000015" }), ["entity.certNo"]],
  ["certificate.date-form", "no such day", unit({ certValidFrom: "2026-02-30" }), ["entity.certValidFrom"]],
  [
    "certificate.date-form",
    "future and reversed",
    unit({ certValidFrom: "2026-11-22", certValidTo: "2026-11-21", certLongTerm: false }),
    ["future@entity.certValidFrom", "order@entity.certValidTo"],
  ],
  [
    "certificate.validity",
    "exactly 3 months",
    unit({ certValidTo: "2027-02-21", certLongTerm: false }),
    ["entity.certValidTo"],
  ],
  [
    "certificate.validity",
    "3 months and a day",
    unit({ certValidTo: "2027-02-22", certLongTerm: false }),
    [],
  ],
  [
    "certificate.validity",
    "yesterday",
    unit({ certValidTo: "2026-11-20", certLongTerm: false }),
    ["expired@entity.certValidTo"],
  ],
  [
    "certificate.province-validity",
    "上海 12 months",
    unit({ province: "310000", certValidTo: "2027-11-21", certLongTerm: false }),
    ["entity.certValidTo"],
  ],
  [
    "certificate.province-validity",
    "上海 12 months and a day",
    unit({ province: "310000", certValidTo: "2027-11-22", certLongTerm: false }),
    [],
  ],
];
