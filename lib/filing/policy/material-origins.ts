import type { MaterialCode } from "../rules/material-types";
import type { Source } from "./source";

/** First filing, new service, access, change, cancellation. */
export type OrderLetter = "F" | "N" | "A" | "C" | "X";

/** Which kinds of orders may ask for a material, and where that is written (DF §8). */
export const MATERIAL_ORIGINS: Readonly<
  Record<MaterialCode, { readonly orders: string; readonly source: Source }>
> = {
  ORG_CERT: { orders: "FNAC", source: "S4: 材料上传; 常见驳回原因" },
  PERSON_ID: { orders: "FNAC", source: "T21: 备案材料清单" },
  ENTITY_LEAD_ID: { orders: "FNAC", source: "S4: 常见驳回原因" },
  SERVICE_LEAD_ID: { orders: "FNAC", source: "S4: 常见驳回原因; 视频核验" },
  LEGAL_REP_ID: { orders: "FNACX", source: "T21: 上海; S0" },
  VIDEO_CHECK: { orders: "FNAC", source: "S4: 视频核验; 常见驳回原因" },
  LETTER_ENTITY_LEAD: { orders: "FNAC", source: "S4: 负责人授权书模板错误" },
  LETTER_LEGAL_REP: { orders: "FNAC", source: "S4: 负责人授权书模板错误" },
  LETTER_SERVICE_LEAD: { orders: "FNAC", source: "S4: 负责人授权书模板错误" },
  LETTER_SERVICE_LEAD_SH: { orders: "FNAC", source: "T21: 备案材料模板下载" },
  NAME_CHANGE_LETTER: { orders: "C", source: "S4: 变更备案相关; 初审驳回关于主体信息问题" },
  DOMAIN_CERT: { orders: "FNAC", source: "T21: 备案材料清单; T+" },
  DOMAIN_REALNAME_SHOT: { orders: "FNA", source: "T21: 备案材料清单; T+" },
  DOMAIN_HOLDER_PROOF: { orders: "FNAC", source: "T21: 备案域名" },
  RESIDENCE_PROOF: { orders: "FNAC", source: "S4: 常见驳回原因; T21" },
  COMMITMENT: { orders: "FNAC", source: "S4: 常见驳回原因; T+: 备案材料模板下载" },
  JS_NOTICE: { orders: "FNAC", source: "S4: 材料上传" },
  JS_COMMITMENT: { orders: "FNAC", source: "S4: 材料上传" },
  JS_VIDEO: { orders: "FNAC", source: "S4: 材料上传" },
  PARTY_LETTER: { orders: "FNA", source: "T21: 各省管局要求; WX" },
  SITE_PLAN: { orders: "FNAC", source: "S4: 常见驳回原因; T21" },
  MULTI_DOMAIN_STATEMENT: { orders: "FNA", source: "T21: 各省管局要求" },
  PREAPPROVAL_FILE: { orders: "FNAC", source: "S4: 前置审批; T21" },
  PREAPPROVAL_NOT_INVOLVED: { orders: "FNAC", source: "S4: 常见驳回原因; T21" },
  FINANCE_PROMISE: { orders: "FNAC", source: "S4: 部分管局特殊要求" },
  CULTURE_PROMISE: { orders: "FNAC", source: "T21: 各省管局要求/江西" },
  GAME_NUMBER: { orders: "FNAC", source: "S4: APP 备案常见问题" },
  GAME_AUTHORIZATION: { orders: "FNAC", source: "S4: APP 备案常见问题" },
  TEST_GAME_AID: { orders: "FNAC", source: "S4: APP 备案常见问题" },
  APP_ICON: { orders: "FNAC", source: "S4: APP 备案常见问题; H" },
  MEDICAL_LICENSE: { orders: "FNAC", source: "T21: 各省管局要求" },
  TRAVEL_LICENSE: { orders: "FNAC", source: "T21: 各省管局要求/上海" },
  PUBLIC_BODY_FORM: { orders: "FNAC", source: "T21: 各省管局要求; H" },
  GUARDIAN_DOC: { orders: "FNAC", source: "T21: 各省管局要求" },
  CANCEL_STATEMENT_P: { orders: "X", source: "S0: 注销备案; S4: 注销备案相关" },
  CANCEL_STATEMENT_U: { orders: "X", source: "S0: 注销备案; S4: 注销备案相关" },
  HANDHELD_ID: { orders: "X", source: "S0: 注销备案; S4: 注销备案相关" },
  OTHER: { orders: "FNACX", source: "S4: 材料上传" },
};

/** Papers of the time before 2020, for readers of old files; nothing asks for them. */
export const LEGACY_MATERIALS = [
  { code: "VERIFICATION_FORM", source: "V30: 核验单" },
  { code: "CURTAIN_PHOTO", source: "V30: 幕布照片" },
] as const;
