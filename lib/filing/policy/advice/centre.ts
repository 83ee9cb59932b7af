import type { AdviceBlock } from "./make";
import { both, huawei, naming, page, personOnly, says, unitOnly } from "./make";

/** 河南 湖北 湖南 广东 广西 海南 (DF §5.2–§5.5). */
export const CENTRE: Readonly<Record<string, readonly AdviceBlock[]>> = {
  "410000": [
    page(
      "河南",
      {
        domainMinMonths: 3,
        noPersonalBlog: true,
        serviceName: naming({
          refusedWords: { unit: [], person: ["中华", "中国", "个人"] },
          notDomainNorPerson: true,
        }),
        leadIdUnique: true,
        leadPhoneUnique: true,
        minorProofBelow: personOnly(18),
        domainCertificateFrom: 5,
        organizerChange: "RENAME_ONLY",
        personToUnit: "ALLOWED",
      },
      [
        ["henan-one-domain", "both", "service.domain", "info"],
        ["henan-person-no-directory", "person", "service.contents", "warn"],
        ["henan-local-portal", "unit", "service.contents", "warn"],
      ],
    ),
    says("T+: 备案材料清单", { domainCertificateFrom: null }),
    huawei("河南", { addressInCertificateCity: true }),
  ],
  "420000": [
    page(
      "湖北",
      {
        distinctPhones: { sameLead: 2, differentLeads: 4 },
        noNotInvolvedPromise: true,
        unitContentExplained: 8,
        organizerChange: "RENAME_ONLY",
        personToUnit: "NOT_ALLOWED",
      },
      [
        ["hubei-reduce-scope", "unit", "entity.businessScope", "info"],
        ["hubei-yearly-review", "both", "order", "info"],
      ],
    ),
  ],
  "430000": [
    page("湖南", { sitePlanAbove: both(1), domainCertificate: both(true), organizerChange: "ALLOWED" }, [
      ["hunan-foreign-registrar", "both", "service.domain", "warn"],
      ["hunan-data-as-filed", "both", "order", "info"],
    ]),
    huawei("湖南", { localPhone: { unit: false, person: true } }, [
      ["hunan-lead-change", "unit", "order", "info"],
    ]),
  ],
  "440000": [
    page(
      "广东",
      {
        distinctPhones: { sameLead: 2, differentLeads: 2 },
        sitePlanAbove: { unit: 31, person: 5 },
        minorProofBelow: both(18),
        medicalLicense: true,
        organizerChange: "ALLOWED",
      },
      [
        ["guangdong-contacts-differ", "both", "lead.phone1", "info"],
        ["guangdong-paper-package", "both", "order", "info"],
        ["guangdong-school-names", "unit", "service.name", "info"],
      ],
    ),
    says("T+: 备案材料模板下载", {}, [["guangdong-commitment", "both", "order", "info"]]),
    says("S4: 部分管局特殊要求", { financePromise: "REQUIRED", financeVerifiedFirst: true }, [
      ["guangdong-finance-promise", "unit", "order", "info"],
      ["guangdong-finance-verified-first", "unit", "order", "warn"],
      ["guangdong-games", "unit", "service.contents", "info"],
    ]),
    says("S4: 常见驳回原因", { residenceProofRequired: true }, [
      ["guangdong-residence-address", "person", "entity.certNo", "info"],
      ["guangdong-shenzhen-permit", "person", "entity.certNo", "info"],
      ["guangdong-students", "person", "entity.certNo", "warn"],
    ]),
    huawei("广东", {}, [
      ["guangdong-footer-entity-number", "both", "order", "info"],
      ["guangdong-young-lead", "unit", "lead.idNo", "info"],
    ]),
  ],
  "450000": [
    page(
      "广西",
      {
        localPhone: both(true),
        emergencyPhone: both(true),
        distinctPhones: { sameLead: 2, differentLeads: 2 },
        multiDomainStatementAbove: unitOnly(5),
        personDeclaration: true,
        organizerChange: "UNIT_WITH_PROOF",
        personToUnit: "ALLOWED",
      },
      [
        ["guangxi-paper-package", "person", "order", "info"],
        ["guangxi-one-domain", "both", "service.domain", "info"],
        ["guangxi-filed-open", "both", "order", "info"],
      ],
    ),
    huawei("广西", {}, [["guangxi-local-id", "person", "entity.certNo", "warn"]]),
  ],
  "460000": [
    page(
      "海南",
      {
        distinctPhones: { sameLead: 2, differentLeads: 2 },
        serviceLeadFollowsEntityLead: true,
        organizerChange: "RENAME_ONLY",
        personToUnit: "NOT_ALLOWED",
      },
      [["hainan-name-as-filed", "both", "service.name", "info"]],
    ),
    huawei("海南", {}, [["hainan-licence-seal", "unit", "entity.certNo", "info"]]),
  ],
};
