import { since, type Version } from "../editions";
import type { ProvinceColumn, ProvinceColumns } from "./master";

/** Another version of one value of one province's row; `effectiveFrom` says whether it is older or newer. */
export type Amendment = {
  [C in ProvinceColumn]: Version<ProvinceColumns[C]> & { readonly code: string; readonly column: C };
}[ProvinceColumn];

/**
 * Values that differ from the master table on other days: what older sources said (DF §12), and what single provinces
 * say later than the page their column comes from. A new notice of a province is a line here, or in the table with its
 * old value moved here.
 */
export const AMENDMENTS: readonly Amendment[] = [
  // DF §12 #21: until the newer page, anybody could lead a unit in Shanxi.
  { code: "140000", column: "entityLead", ...since("T21: 各省管局要求/山西", "FREE" as const) },
  // DF §12 #20: the list of 2021 had Jiangxi; Shaanxi and Ningxia stood on their own pages already.
  { code: "360000", column: "serviceLeadLetter", ...since("T21: 备案材料清单", true) },
  // For Guangdong the newest source asks for proof of residence too.
  { code: "440000", column: "nonLocalId", ...since("S4: 常见驳回原因", "RESIDENCE_PROOF" as const) },
  { code: "140000", column: "maxServicesPerOrder", ...since("H: 各省要求/山西", { unit: 3, person: 3 }) },
];
