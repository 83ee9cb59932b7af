import type { AdviceBlock } from "./make";
import { both, FORMAT_WORDS, huawei, naming, page, says } from "./make";

/** 北京 天津 河北 山西 内蒙古 (DF §5.2–§5.5). */
export const NORTH: Readonly<Record<string, readonly AdviceBlock[]>> = {
  "110000": [
    page(
      "北京",
      {
        noPersonalBlog: true,
        noShixiaqu: true,
        distinctPhones: { sameLead: 2, differentLeads: 3 },
        suffixesRefused: ["hk", "tw", "asia", "jp", "io", "me", "win", "org"],
        organizerChange: "RENAME_ONLY",
        personToUnit: "NOT_ALLOWED",
      },
      [
        ["beijing-hongkong-permit", "both", "lead.idType", "info"],
        ["beijing-sole-proprietor", "unit", "entity.nature", "info"],
        ["beijing-brackets", "unit", "entity.name", "info"],
        ["beijing-person-describe", "person", "service.remark", "info"],
        ["beijing-address", "both", "entity.commAddress", "info"],
        ["beijing-one-number", "both", "order", "info"],
      ],
    ),
    says("S4: 部分管局特殊要求", { domainStateWords: true }, [
      ["beijing-approved-endings", "both", "service.domain", "info"],
    ]),
  ],
  "120000": [
    page(
      "天津",
      {
        serviceName: naming({ minHan: both(3), refusedWords: both(FORMAT_WORDS) }),
        leadIdUnique: true,
        leadPhoneUnique: true,
        retirementAge: { male: 60, female: 55 },
        minorProofBelow: both(18),
        personDeclaration: true,
        organizerChange: "RENAME_ONLY",
        personToUnit: "ALLOWED",
      },
      [
        ["tianjin-name-permit", "both", "service.name", "info"],
        ["tianjin-minor-papers", "both", "lead.idNo", "info"],
        ["tianjin-second-contact", "both", "lead.phone2", "info"],
        ["tianjin-name-change-print", "unit", "entity.name", "info"],
      ],
    ),
    says("T+: 备案材料清单", {}, [["tianjin-person-to-unit", "person", "order", "info"]]),
  ],
  "130000": [
    page(
      "河北",
      {
        landlineAreaCodes: [
          "0310",
          "0311",
          "0312",
          "0313",
          "0314",
          "0315",
          "0316",
          "0317",
          "0318",
          "0319",
          "0335",
        ],
        foreignLegalRep: "AUTHORISE_CITIZEN",
        organizerChange: "ALLOWED",
      },
      [
        ["hebei-servers", "both", "service.resource", "info"],
        ["hebei-access-paper", "both", "order", "info"],
        ["hebei-old-certificate", "unit", "entity.certNo", "info"],
      ],
    ),
    says("S4: 材料上传", { foreignLegalRep: "AUTHORISE_CITIZEN" }),
    huawei("河北", { addressInCertificateCity: true }, [
      ["hebei-no-change-with-others", "both", "order", "info"],
      ["hebei-no-foreign-persons", "person", "lead.idType", "warn"],
    ]),
  ],
  "140000": [
    page("山西", { organizerChange: "ALLOWED" }, [
      ["shanxi-sole-proprietor", "both", "entity.nature", "info"],
      ["shanxi-old-certificate", "unit", "entity.certNo", "info"],
    ]),
    huawei("山西", { foreignLegalRep: "AUTHORISE_MAINLAND_ID" }),
  ],
  "150000": [
    page("内蒙古", {
      domainCertificate: both(true),
      personDeclaration: true,
      personRemarkMinLength: 30,
      noPersonalBlog: true,
      publicBodyForm: true,
      medicalLicense: true,
      organizerChange: "RENAME_ONLY",
      personToUnit: "NOT_ALLOWED",
    }),
  ],
};
