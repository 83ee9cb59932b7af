import {
  CERT_TYPES,
  CERTS_BY_NATURE,
  type CertType,
  LANGUAGES,
  NATURES,
  type Nature,
  PERSON_ID_TYPES,
  PRE_APPROVALS,
  type PreApprovalType,
  SERVICE_CONTENTS,
} from "../application/codes";
import { dated } from "./editions";

/** The authority's base codes as rows with their source; names are `codes.<table>.<id>` in the catalogues. */
export const NATURE_ROWS = NATURES.map((id) => ({
  id,
  certificates: CERTS_BY_NATURE[id],
  ...dated("BC: 主办单位性质; T21: 备案材料清单"),
}));

const naturesOf = (cert: CertType): readonly Nature[] =>
  NATURES.filter((nature) => CERTS_BY_NATURE[nature].includes(cert));
export const CERTIFICATE_ROWS = CERT_TYPES.map((id) => ({
  id,
  natures: naturesOf(id),
  ofPersons: PERSON_ID_TYPES.some((type) => type === id),
  ...dated("BC: 证件类型; T21: 备案材料清单"),
}));

/** Groups of the flat catalogue: basic, media, government and trade, entertainment, others (DF §6.8). */
const groupOf = (id: number): number =>
  id <= 4 ? 500 : id <= 8 ? 501 : id <= 12 ? 502 : id <= 17 ? 503 : 504;
export const CONTENT_ROWS = SERVICE_CONTENTS.map((id) => ({
  id,
  group: groupOf(id),
  bit: 2 ** (id - 1),
  ...dated("BC: 网站服务内容"),
}));
export const LANGUAGE_ROWS = LANGUAGES.map((id) => ({ id, ...dated("BC: 网站语言") }));

/** Bit of the old interface, permit, and whether the national approval was abolished (DF §6.10, §12 #44). */
const PERMITS: Readonly<
  Record<PreApprovalType, readonly [bit: number, document: string | null, abolished: boolean]>
> = {
  1: [1, "互联网新闻信息服务许可证", false],
  2: [2, "互联网出版许可证", false],
  3: [4, null, true],
  4: [8, null, true],
  5: [16, "互联网药品信息服务资格证书", false],
  6: [32, null, true],
  9: [256, "网络文化经营许可证", false],
  10: [512, "信息网络传播视听节目许可证", false],
  11: [2048, "网络预约出租汽车经营许可证", false],
  13: [4096, null, false],
  14: [8192, null, false],
  15: [16384, null, false],
};
export const PRE_APPROVAL_ROWS = PRE_APPROVALS.map((id) => {
  const [bit, document, abolished] = PERMITS[id];
  return { id, bit, document, abolished, ...dated("T21: 前置审批相关; WX; BC") };
});
