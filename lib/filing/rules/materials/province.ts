import { provinceOfResidentId } from "../../application/identifiers/resident-id";
import { isAccess, isNewService } from "../../guide/order-type";
import type { Case } from "../case";
import { otherFiledServices } from "../filed-services";
import { type Asker, addsServices, ask, ENTITY, onlyAdvised, provinceParams } from "./ask";
import { touchesOrganiser } from "./touched";

const RESIDENT_ID = 2;

/** A person with a resident ID of another province. Other documents tell no province: the reviewer asks. */
const fromAway = (c: Case): boolean => {
  const { certType, certNo, province } = c.application.entity;
  return c.isPerson && certType === RESIDENT_ID && !!certNo && provinceOfResidentId(certNo) !== province;
};

/** Proof that a person from another province lives here. */
export const residence: Asker = (c, slots) => {
  const { province } = c;
  if (!province || !touchesOrganiser(c)) return;
  if (province.nonLocalId !== "RESIDENCE_PROOF" && province.nonLocalId !== "LOCAL_ID_OR_LEASE") return;
  if (!fromAway(c)) return;
  const { residenceProofRequired } = province.advice;
  slots.push(
    ask("RESIDENCE_PROOF", ENTITY, province.nonLocalId === "LOCAL_ID_OR_LEASE" ? "lease" : "residence", {
      source: residenceProofRequired ? "S4: 常见驳回原因" : "T21: 备案材料清单",
      optional: !residenceProofRequired,
      params: provinceParams(c),
    }),
  );
};

/** Signed promises and notices that go with every order of a province. */
export const promises: Asker = (c, slots) => {
  const { advice } = c;
  if (advice === undefined) return;
  if (advice.commitment)
    slots.push(
      ask("COMMITMENT", ENTITY, c.isPerson ? "commitment-person" : "commitment-unit", {
        source: "T+: 备案材料模板下载",
        params: provinceParams(c),
      }),
    );
  if (!advice.responsibilityDocuments) return;
  const source = "S4: 材料上传; 未上传江苏备案信息真实性责任告知书、承诺书";
  slots.push(ask("JS_NOTICE", ENTITY, "jiangsu", { source }));
  slots.push(ask("JS_COMMITMENT", ENTITY, "jiangsu", { source }));
  slots.push(ask("JS_VIDEO", ENTITY, "jiangsu-video", { source }));
};

/**
 * The party letter goes with first filings, in some provinces with new services as well, and there with access to what was
 * filed after 2019: the register does not tell when, so the reason does. Originals follow by post.
 */
export const partyLetter: Asker = (c, slots) => {
  const { advice } = c;
  if (!advice?.partyLetter || !c.isUnit) return;
  const access = isAccess(c.orderType);
  const asked =
    c.orderType === "FIRST_FILING" ||
    (advice.partyLetterForNewServices && (access || isNewService(c.orderType)));
  if (!asked) return;
  slots.push(
    ask("PARTY_LETTER", ENTITY, access ? "party-letter-access" : "party-letter", {
      source: "T21: 各省管局要求/西藏; 新疆",
      optional: onlyAdvised(advice, "partyLetter"),
      params: provinceParams(c),
    }),
  );
};

/** Websites the entity would have in the end, filed ones included. */
const websitesInAll = (c: Case): number => {
  let count = c.websites.length;
  for (const { kind } of otherFiledServices(c)) if (kind === "WEBSITE") count++;
  return count;
};
/** Domains the entity would have in the end. */
function domainsInAll(c: Case): number {
  let count = c.domains.length;
  for (const { domains } of otherFiledServices(c)) count += domains.length;
  return count;
}

/** Documents that many sites or domains call for. */
export const counts: Asker = (c, slots) => {
  const { advice } = c;
  if (advice === undefined || !addsServices(c)) return;
  const plan = advice.sitePlanAbove[c.side];
  if (plan !== null && websitesInAll(c) > plan)
    slots.push(
      ask("SITE_PLAN", ENTITY, "site-plan", {
        source: "S4: 备案网站个数超出一定数量",
        params: { ...provinceParams(c), limit: plan },
      }),
    );
  const statement = advice.multiDomainStatementAbove[c.side];
  if (statement !== null && domainsInAll(c) > statement)
    slots.push(
      ask("MULTI_DOMAIN_STATEMENT", ENTITY, "multi-domain", {
        source: "T21: 各省管局要求/广西; 四川",
        optional: onlyAdvised(advice, "multiDomainStatementAbove"),
        params: { ...provinceParams(c), limit: statement },
      }),
    );
};
