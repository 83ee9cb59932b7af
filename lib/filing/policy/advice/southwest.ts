import type { AdviceBlock } from "./make";
import { both, huawei, naming, page, personOnly, says } from "./make";

/** 重庆 四川 贵州 云南 西藏 (DF §5.2–§5.5). */
export const SOUTHWEST: Readonly<Record<string, readonly AdviceBlock[]>> = {
  "500000": [
    page(
      "重庆",
      {
        domainOwner: "ORGANISER_OR_LEGAL_REP",
        sitePlanAbove: { unit: 34, person: 5 },
        serviceName: naming({ latin: both("none") }),
        leadPhoneUnique: true,
        emergencyPhone: { unit: false, person: true },
        minorProofBelow: personOnly(18),
        domainCertificate: both(true),
        organizerChange: "ALLOWED",
      },
      [
        ["chongqing-one-domain", "both", "service.domain", "info"],
        ["chongqing-owner-letter", "unit", "service.domain", "info"],
        ["chongqing-guarantee", "person", "order", "info"],
      ],
    ),
    says("T+: 备案材料清单", { domainCertificate: both(false) }),
  ],
  "510000": [
    page(
      "四川",
      {
        leadIdUnique: true,
        multiDomainStatementAbove: both(5),
        serviceName: naming({
          minHan: { unit: null, person: 3 },
          latin: { unit: null, person: "not-only" },
          notDomainNorPerson: true,
        }),
        organizerChange: "RENAME_ONLY",
        personToUnit: "ALLOWED",
      },
      [
        ["sichuan-filed-open", "both", "order", "info"],
        ["sichuan-residence-kinds", "person", "entity.certNo", "info"],
        ["sichuan-name-digits", "person", "service.name", "info"],
        ["sichuan-shop-licence", "unit", "service.domain", "info"],
        ["sichuan-old-certificate", "unit", "entity.certNo", "info"],
      ],
    ),
  ],
  "520000": [
    page(
      "贵州",
      {
        noPersonalBlog: true,
        domainCertificate: both(true),
        organizerChange: "RENAME_ONLY",
        personToUnit: "NOT_ALLOWED",
      },
      [["guizhou-filed-open", "both", "order", "info"]],
    ),
    says("T+: 备案材料清单", { domainCertificate: both(false) }),
    huawei("贵州", { addressInCertificateCity: true }, [["guizhou-lead-change", "unit", "order", "info"]]),
  ],
  "530000": [
    page(
      "云南",
      {
        leadPhoneUnique: true,
        serviceName: naming({ noRegions: true }),
        minorProofBelow: both(18),
        organizerChange: "RENAME_ONLY",
        personToUnit: "ALLOWED",
      },
      [["yunnan-local-address", "both", "entity.certAddress", "warn"]],
    ),
  ],
  "540000": [
    page("西藏", { partyLetter: true, organizerChange: "NOT_ALLOWED" }, [
      ["tibet-party-letter-original", "both", "order", "info"],
      ["tibet-name-as-filed", "unit", "entity.name", "info"],
      ["tibet-old-certificate", "unit", "entity.certNo", "info"],
    ]),
    huawei("西藏", {}, [["tibet-local-id", "person", "entity.certNo", "warn"]]),
  ],
};
