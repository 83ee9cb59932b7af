import type { MaterialCode, Side } from "../rules/material-types";
import type { Source } from "./source";

interface FileWords {
  readonly codes: readonly MaterialCode[];
  /** Words in the names people give to files of it; null: nothing tells it from a holiday's film. */
  readonly words: RegExp | null;
  /** Where the material is called so; DESIGN: what people call it besides. */
  readonly source: Source;
}

const row = (codes: string, words: RegExp | null, source: Source): FileWords => ({
  codes: codes.split(" ") as MaterialCode[],
  words,
  source,
});

/**
 * What a file is called that holds a material (DF §8). Only a suggestion of a place is made of it, which the applicant
 * sees before anything is sent: words may be missing or stand in several rows, and a wrong one costs a click.
 */
export const FILE_WORDS: readonly FileWords[] = [
  row("ORG_CERT", /执照|营业|法人证|登记证|主办单位证件|licen[cs]e/i, "S4: 材料上传; DESIGN"),
  row(
    "PERSON_ID ENTITY_LEAD_ID SERVICE_LEAD_ID LEGAL_REP_ID HANDHELD_ID",
    /身份证|证件|护照|通行证|id.?card|passport/i,
    "S4: 材料上传; T21: 备案材料清单; DESIGN",
  ),
  row("HANDHELD_ID", /手持|holding/i, "S0: 注销备案; S4: 注销备案相关"),
  row(
    "LETTER_ENTITY_LEAD LETTER_LEGAL_REP LETTER_SERVICE_LEAD LETTER_SERVICE_LEAD_SH GAME_AUTHORIZATION",
    /授权|authori[sz]/i,
    "S4: 负责人授权书模板错误; APP 备案常见问题",
  ),
  row("NAME_CHANGE_LETTER", /变更函|更名|name.?change/i, "S4: 变更备案相关"),
  row("DOMAIN_CERT DOMAIN_REALNAME_SHOT DOMAIN_HOLDER_PROOF", /域名|domain/i, "T21: 备案材料清单; 备案域名"),
  row("RESIDENCE_PROOF", /居住|社保|residence/i, "S4: 常见驳回原因; T21"),
  row(
    "COMMITMENT JS_COMMITMENT FINANCE_PROMISE CULTURE_PROMISE PREAPPROVAL_NOT_INVOLVED",
    /承诺|commitment|promise/i,
    "S4: 材料上传; 常见驳回原因; 部分管局特殊要求",
  ),
  row("JS_NOTICE", /告知书|notice/i, "S4: 材料上传"),
  row("PARTY_LETTER", /党建|party/i, "T21: 各省管局要求; WX"),
  row("SITE_PLAN", /方案|plan/i, "S4: 常见驳回原因; T21"),
  row("MULTI_DOMAIN_STATEMENT", /情况说明|statement/i, "T21: 各省管局要求"),
  row(
    "PREAPPROVAL_FILE PREAPPROVAL_NOT_INVOLVED MEDICAL_LICENSE TRAVEL_LICENSE",
    /许可|审批|permit/i,
    "S4: 前置审批; T21: 各省管局要求",
  ),
  row("GAME_NUMBER", /版号|核发单/, "S4: APP 备案常见问题"),
  row("TEST_GAME_AID", /辅助证明/, "S4: APP 备案常见问题"),
  row("APP_ICON", /图标|icon|logo/i, "S4: APP 备案常见问题; H"),
  row("PUBLIC_BODY_FORM", /审核表|申请表/, "T21: 各省管局要求; H"),
  row("GUARDIAN_DOC", /监护|户口|就业|收入证明|guardian/i, "T21: 各省管局要求"),
  row("CANCEL_STATEMENT_P CANCEL_STATEMENT_U", /注销|声明函/, "S0: 注销备案; S4: 注销备案相关"),
  row("VIDEO_CHECK", /核验|face|check/i, "S4: 视频核验"),
  row("JS_VIDEO", /承诺|promise/i, "S4: 材料上传"),
  row("OTHER", null, "S4: 材料上传"),
];

/** Which side of a document a file shows: the front has the portrait, the back the national emblem. */
export const SIDE_WORDS: Readonly<Record<Exclude<Side, "SINGLE">, RegExp>> = {
  FRONT: /正面|人像|front/i,
  BACK: /反面|背面|国徽|back/i,
};

/** Does the name of a file say that it holds this material? */
export const namesMaterial = (fileName: string, code: string): boolean =>
  FILE_WORDS.some(({ codes, words }) => codes.some((one) => one === code) && words?.test(fileName) === true);
