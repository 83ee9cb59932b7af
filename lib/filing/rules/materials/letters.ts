import { isChange } from "../../guide/order-type";
import { organiserStep } from "../book/change";
import type { Case } from "../case";
import { filedOf } from "../filed-services";
import type { LetterNeed } from "../letters";
import { lettersNeeded } from "../letters";
import { sameName } from "../parts";
import { type Asker, ask, ENTITY, ofPerson, provinceParams } from "./ask";
import { touchesEntity, touchesPerson, touchesServices } from "./touched";

const NO_LETTERS: readonly LetterNeed[] = [];

function needs(c: Case): readonly LetterNeed[] {
  return c.province === undefined ? NO_LETTERS : lettersNeeded(c.application, c.province);
}
/** Letters of this order's leads, worked out once a case. */
const lettersOf = (c: Case): readonly LetterNeed[] => c.once(needs);

/** A change of one part leaves the letters of the other as they are filed. */
const concerns = (c: Case, { reason, personId }: LetterNeed): boolean =>
  touchesPerson(c, personId) &&
  (reason === "letter-both" || (reason === "letter-entity-lead" ? touchesEntity(c) : touchesServices(c)));

/** Letters of leads, each of the template its role and province want. */
export const letters: Asker = (c, slots) => {
  for (const need of lettersOf(c)) {
    if (!concerns(c, need) || c.person(need.personId) === undefined) continue;
    slots.push(
      ask(need.code, ofPerson(need.personId), need.reason, {
        source: "S4: 负责人授权书模板错误; 服务负责人",
        alternatives: need.alternatives,
        params: provinceParams(c),
      }),
    );
  }
};

/** Proof of a new name: 18 provinces demand it of a change, elsewhere and in other orders it helps (DF §8). */
export const nameChange: Asker = (c, slots) => {
  const filed = filedOf(c);
  const name = c.application.entity.name;
  if (filed === null || !c.isUnit || filed.name === null || !name || !touchesEntity(c)) return;
  const change = isChange(c.orderType);
  if (change ? organiserStep(c) !== "renamed" : sameName(name, filed.name)) return;
  const demanded = change && c.province?.nameChangeLetter === true;
  slots.push(
    ask("NAME_CHANGE_LETTER", ENTITY, demanded ? "name-change" : "name-change-proof", {
      source: "S4: 变更备案相关; 初审驳回关于主体信息",
      optional: !demanded,
      params: provinceParams(c),
    }),
  );
};
