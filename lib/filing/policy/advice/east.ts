import type { AdviceBlock } from "./make";
import { both, FORMAT_WORDS, huawei, naming, page, personOnly, says, unitOnly } from "./make";

/** 上海 江苏 浙江 安徽 福建 江西 山东 (DF §5.2–§5.5). */
export const EAST: Readonly<Record<string, readonly AdviceBlock[]>> = {
  "310000": [
    page(
      "上海",
      {
        ownServiceLeadLetter: true,
        licenceMinMonths: 12,
        idTypesRefused: [7],
        domainOwner: "ORGANISER_OR_LEGAL_REP",
        domainMinMonths: 3,
        domainWords: ["game"],
        serviceName: naming({ latin: { unit: null, person: "not-only" } }),
        minorProofBelow: personOnly(18),
        travelLicense: true,
        organizerChange: "RENAME_ONLY",
        personToUnit: "ALLOWED",
      },
      [
        ["shanghai-residence-status", "person", "entity.certNo", "info"],
        ["shanghai-licence-number", "unit", "entity.certNo", "info"],
        ["shanghai-hongkong", "both", "lead.idType", "info"],
        ["shanghai-owner-name", "both", "service.domain", "info"],
        ["shanghai-finance-permit", "unit", "service.name", "warn"],
        ["shanghai-verified-locally", "both", "lead.phone1", "info"],
        ["shanghai-access-legal-rep", "unit", "order", "info"],
        ["shanghai-old-certificate", "unit", "entity.certNo", "info"],
        ["shanghai-name-change-print", "unit", "entity.name", "info"],
      ],
    ),
    says("T+: 备案材料清单", {}, [["shanghai-foreign-parent", "unit", "service.domain", "info"]]),
    huawei("上海", { sitePlanAbove: unitOnly(29) }, [
      ["shanghai-no-electronic-licence", "unit", "entity.certNo", "info"],
    ]),
  ],
  "320000": [
    page(
      "江苏",
      {
        localPhone: both(true),
        serviceLeadFollowsEntityLead: true,
        sitePlanAbove: { unit: 29, person: 9 },
        minorProofBelow: personOnly(18),
        domainCertificate: both(true),
        organizerChange: "UNIT_WITH_PROOF",
      },
      [
        ["jiangsu-lead-one-unit", "unit", "service.lead", "warn"],
        ["jiangsu-new-service-lead", "unit", "entity.entityLead", "info"],
        ["jiangsu-access-change-soon", "unit", "order", "info"],
        ["jiangsu-taiwan-number", "both", "lead.idNo", "info"],
      ],
    ),
    says("T+: 备案材料清单", { domainCertificate: both(false) }),
    says("S4: 材料上传", { responsibilityDocuments: true }),
    says("S4: 初审驳回关于网站信息问题", { footerCopyright: true }),
  ],
  "330000": [
    page(
      "浙江",
      {
        financePromise: "REQUIRED",
        noPersonalBlog: true,
        noShixiaqu: true,
        organizerChange: "RENAME_ONLY",
        personToUnit: "ALLOWED",
      },
      [
        ["zhejiang-finance-letters", "unit", "service.name", "info"],
        ["zhejiang-sole-proprietor", "unit", "entity.certNo", "info"],
        ["zhejiang-licence-copy", "unit", "entity.certNo", "info"],
        ["zhejiang-old-certificate", "unit", "entity.certNo", "info"],
      ],
    ),
  ],
  "340000": [
    page(
      "安徽",
      {
        domainMinMonths: 3,
        minorProofBelow: personOnly(18),
        organizerChange: "NOT_ALLOWED",
        personToUnit: "ALLOWED",
      },
      [
        ["anhui-no-landline", "unit", "lead.phone2", "info"],
        ["anhui-consult-department", "unit", "service.remark", "info"],
      ],
    ),
    huawei("安徽", { serviceLeadFollowsEntityLead: true }),
  ],
  "350000": [
    page(
      "福建",
      {
        domainOwner: "ORGANISER_ONLY",
        foreignLegalRep: "SERVICE_LEAD_RESIDENT_ID",
        minorProofBelow: { unit: 18, person: 16 },
        organizerChange: "NOT_ALLOWED",
        personToUnit: "NOT_ALLOWED",
      },
      [
        ["fujian-licence-seal", "unit", "entity.certNo", "info"],
        ["fujian-guardian", "person", "lead.idNo", "info"],
        ["fujian-old-certificate", "unit", "entity.certNo", "info"],
      ],
    ),
  ],
  "360000": [
    page(
      "江西",
      {
        unitContentOnly: 8,
        culturePromise: true,
        entityLeadExceptions: [2],
        organizerChange: "RENAME_ONLY",
        personToUnit: "NOT_ALLOWED",
      },
      [
        ["jiangxi-lead-one-unit", "unit", "service.lead", "warn"],
        ["jiangxi-filed-open", "both", "order", "info"],
        ["jiangxi-large-enterprise-lead", "unit", "entity.entityLead", "info"],
      ],
    ),
    huawei("江西", {}, [
      ["jiangxi-many-filed", "both", "order", "info"],
      ["jiangxi-public-body", "unit", "order", "info"],
    ]),
  ],
  "370000": [
    page(
      "山东",
      {
        serviceName: naming({ minHan: both(3), refusedWords: both(FORMAT_WORDS) }),
        leadIdUnique: true,
        leadPhoneUnique: true,
        landlineAreaCodes: [
          "0530",
          "0531",
          "0532",
          "0533",
          "0534",
          "0535",
          "0536",
          "0537",
          "0538",
          "0539",
          "0543",
          "0546",
          "0631",
          "0632",
          "0633",
          "0634",
          "0635",
        ],
        foreignLegalRep: "AUTHORISE_CITIZEN",
        financePromise: "ADVISED",
        minorProofBelow: personOnly(18),
        personDeclaration: true,
        organizerChange: "NOT_ALLOWED",
        personToUnit: "ALLOWED",
      },
      [
        ["shandong-name-permit", "both", "service.name", "info"],
        ["shandong-investment-promise", "unit", "service.name", "info"],
        ["shandong-residence-kinds", "person", "entity.certNo", "info"],
        ["shandong-name-change-print", "unit", "entity.name", "info"],
        ["shandong-shell-by-mail", "both", "order", "info"],
      ],
    ),
    huawei("山东", {}, [
      ["shandong-student-card", "person", "entity.certNo", "info"],
      ["shandong-same-legal-rep", "unit", "order", "info"],
    ]),
  ],
};
