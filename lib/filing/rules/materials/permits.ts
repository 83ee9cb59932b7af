import { CULTURE_PERMIT } from "../../policy/permit-topics";
import { hasCultureWord, isUnlicensedFinance, PRE_APPROVAL_SCOPE_RULES } from "../book/pre-approval-scope";
import type { Case } from "../case";
import { wordFinder } from "../parts";
import { holds } from "../permits";
import type { Verdict } from "../types";
import { type Asker, addsServices, ask, ENTITY, ofService, onlyAdvised, provinceParams } from "./ask";
import { touchesService, touchesServices } from "./touched";

const MEDICAL = wordFinder(["医院", "医疗", "诊所", "门诊", "卫生院", "卫生服务", "诊疗"]);
const TRAVEL = wordFinder(["旅行社", "旅游", "国旅"]);

const KEYWORDS = PRE_APPROVAL_SCOPE_RULES.find(({ id }) => id === "pre-approval.keywords");
/** Answers a permit's paper is about. */
const PERMIT_KEYS = ["service.preApprovals", "preApproval.permitNo", "preApproval.validTo"];
const NO_WORDS: readonly Verdict[] = [];
const findWords = (c: Case): readonly Verdict[] => KEYWORDS?.check(c) ?? NO_WORDS;
/** Keywords in names and scope for which no permit is declared, as the rule about them finds them. */
const keywordsOf = (c: Case): readonly Verdict[] => c.once(findWords);

/** Permits and promises about what needs a permit (DF §6.10, §8). */
export const permits: Asker = (c, slots) => {
  if (!touchesServices(c)) return;
  const refused = c.advice?.noNotInvolvedPromise ?? false;
  const words = keywordsOf(c);
  for (const { id, preApprovals } of c.application.services) {
    if (preApprovals !== undefined && preApprovals.length > 0 && touchesService(c, id, PERMIT_KEYS))
      slots.push(ask("PREAPPROVAL_FILE", ofService(id), "preapproval", { source: "S4: 前置审批" }));
    if (refused || !c.isUnit || words.length === 0 || !touchesService(c, id)) continue;
    const prefix = ofService(id);
    if (words.some(({ path }) => path.startsWith(prefix)))
      slots.push(
        ask("PREAPPROVAL_NOT_INVOLVED", prefix, "not-involved", {
          source: "S4: 常见驳回原因",
          optional: true,
        }),
      );
  }
};

/** The promise some provinces want of units that look like finance and hold no permit. */
export const finance: Asker = (c, slots) => {
  const asked = c.advice?.financePromise ?? null;
  if (asked === null || !addsServices(c)) return;
  if (!c.application.services.some((service) => isUnlicensedFinance(c, service))) return;
  slots.push(
    ask("FINANCE_PROMISE", ENTITY, "finance", {
      source: "S4: 部分管局特殊要求",
      optional: asked === "ADVISED",
      params: provinceParams(c),
    }),
  );
};

/** The keyword 文化 while no service holds a culture permit. */
export const culture: Asker = (c, slots) => {
  const { advice } = c;
  if (!advice?.culturePromise || !c.isUnit || !addsServices(c)) return;
  if (!hasCultureWord(c) || c.application.services.some((service) => holds(service, [CULTURE_PERMIT])))
    return;
  slots.push(
    ask("CULTURE_PROMISE", ENTITY, "culture", {
      source: "T21: 各省管局要求/江西",
      optional: onlyAdvised(advice, "culturePromise"),
      params: provinceParams(c),
    }),
  );
};

/** Practice licences and forms of certain organisers. */
export const organisers: Asker = (c, slots) => {
  const { advice } = c;
  if (advice === undefined || !c.isUnit || !addsServices(c)) return;
  const name = c.application.entity.name ?? "";
  if (advice.medicalLicense && MEDICAL(name) !== undefined)
    slots.push(
      ask("MEDICAL_LICENSE", ENTITY, "medical", {
        source: "T21: 各省管局要求/广东; 内蒙古",
        optional: onlyAdvised(advice, "medicalLicense"),
        params: provinceParams(c),
      }),
    );
  if (advice.travelLicense && TRAVEL(name) !== undefined)
    slots.push(
      ask("TRAVEL_LICENSE", ENTITY, "travel", {
        source: "T21: 各省管局要求/上海",
        optional: onlyAdvised(advice, "travelLicense"),
        params: provinceParams(c),
      }),
    );
  const government = c.domains.some(({ key }) => key?.endsWith(".gov.cn"));
  if (government || (advice.publicBodyForm && c.isStateUnit))
    slots.push(
      ask("PUBLIC_BODY_FORM", ENTITY, government ? "government-site" : "public-body", {
        source: "T21: 各省管局要求/内蒙古; 黑龙江; H",
        optional: onlyAdvised(advice, "publicBodyForm"),
        params: provinceParams(c),
      }),
    );
};
