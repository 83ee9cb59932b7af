import type { AdviceBlock } from "./make";
import { both, huawei, page, personOnly } from "./make";

/** 陕西 甘肃 青海 宁夏 新疆 (DF §5.2–§5.5). */
export const NORTHWEST: Readonly<Record<string, readonly AdviceBlock[]>> = {
  "610000": [
    page(
      "陕西",
      {
        localPhone: both(true),
        maxServicesTotal: { unit: 30, person: 5 },
        domainCertificateFrom: 5,
        noPersonalBlog: true,
        organizerChange: "RENAME_ONLY",
      },
      [
        ["shaanxi-blog-approval", "person", "service.contents", "info"],
        ["shaanxi-name-change-print", "unit", "entity.name", "info"],
      ],
    ),
  ],
  "620000": [
    page(
      "甘肃",
      {
        emergencyPhone: { unit: true, person: false },
        localPhone: { unit: false, person: true },
        personDeclaration: true,
        personToUnit: "ALLOWED",
      },
      [
        ["gansu-lead-remark", "unit", "service.remark", "info"],
        ["gansu-third-contact", "unit", "lead.emergencyPhone", "info"],
        ["gansu-opening-date", "person", "service.remark", "info"],
      ],
    ),
  ],
  "630000": [
    page(
      "青海",
      { minorProofBelow: personOnly(22), entityLeadExceptions: [2, 3], organizerChange: "ALLOWED" },
      [["qinghai-builder-phone", "both", "lead.phone1", "warn"]],
    ),
    huawei("青海", {}, [["qinghai-change-images", "both", "order", "info"]]),
  ],
  "640000": [
    page("宁夏", { investor: "LEGAL_REP_OR_SUPERIOR", distinctPhones: { sameLead: 2, differentLeads: 2 } }, [
      ["ningxia-religion", "both", "service.contents", "info"],
      ["ningxia-person-sites", "person", "service.remark", "info"],
      ["ningxia-filed-open", "both", "order", "info"],
      ["ningxia-old-certificate", "unit", "entity.certNo", "info"],
    ]),
  ],
  "650000": [
    page(
      "新疆",
      {
        partyLetter: true,
        partyLetterForNewServices: true,
        localPhone: both(true),
        leadIdUnique: true,
        leadPhoneUnique: true,
        organizerChange: "ALLOWED",
      },
      [
        ["xinjiang-party-letter-access", "both", "order", "info"],
        ["xinjiang-one-domain", "both", "service.domain", "info"],
      ],
    ),
  ],
};
