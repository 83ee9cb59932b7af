import type { AdviceBlock } from "./make";
import { both, page } from "./make";

/** 辽宁 吉林 黑龙江 (DF §5.2–§5.5). */
export const NORTHEAST: Readonly<Record<string, readonly AdviceBlock[]>> = {
  "210000": [
    page(
      "辽宁",
      {
        distinctPhones: { sameLead: 2, differentLeads: 3 },
        landlineAreaCodes: [
          "024",
          "0411",
          "0412",
          "0415",
          "0416",
          "0417",
          "0418",
          "0419",
          "0421",
          "0427",
          "0429",
        ],
        organizerChange: "RENAME_ONLY",
        personToUnit: "ALLOWED",
      },
      [["liaoning-change-first", "both", "order", "info"]],
    ),
  ],
  "220000": [
    page(
      "吉林",
      {
        investor: "ORGANISER",
        minorProofBelow: both(18),
        organizerChange: "UNIT_WITH_PROOF",
        personToUnit: "ALLOWED",
      },
      [
        ["jilin-china-domain", "both", "service.domain", "info"],
        ["jilin-income-proof", "both", "lead.idNo", "info"],
      ],
    ),
  ],
  "230000": [
    page(
      "黑龙江",
      {
        unitNoOther: true,
        serviceLeadFollowsEntityLead: true,
        publicBodyForm: true,
        personToUnit: "ALLOWED",
      },
      [
        ["heilongjiang-lead-shareholder", "unit", "entity.entityLead", "info"],
        ["heilongjiang-unit-to-person", "unit", "order", "info"],
      ],
    ),
  ],
};
