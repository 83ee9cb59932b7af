import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import { GAME_CONTENT } from "../../policy/permit-topics";
import type { Case } from "../case";
import { each, NONE, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const REMARK = ["services[*].kind", "services[*].remark"];
const remarkPath = (service: ServiceDraft): string => servicePath(service.id, "remark");

function lengthVerdict(service: ServiceDraft, minimum: number): Verdict | undefined {
  const remark = service.remark ?? "";
  // A code point takes two units at most: what is twice as long needs no counting.
  if (remark.length >= minimum * 2 && remark.trim().length >= minimum * 2) return undefined;
  const count = [...remark.trim()].length;
  return count === 0 || count >= minimum
    ? undefined
    : { path: remarkPath(service), params: { minimum, count } };
}

/** The declaration's heart: that the site is personal and carries nothing of a unit. Wording varies by province. */
const declares = (remark: string): boolean =>
  remark.includes("个人网站") && /不[^，。；]{0,6}(?:单位|企业)|(?:单位|企业)[^，。；]{0,6}无/.test(remark);

function personVerdict(c: Case, service: ServiceDraft): Verdict | undefined {
  const { advice } = c;
  const { remark } = service;
  if (advice === undefined || remark === undefined || blank(remark)) return undefined;
  const path = remarkPath(service);
  const province = c.application.entity.province ?? "";
  const minimum = advice.personRemarkMinLength;
  if (minimum !== null && [...remark.trim()].length < minimum)
    return { path, message: "length", params: { province, minimum } };
  return advice.personDeclaration && !declares(remark) ? { path, params: { province } } : undefined;
}

/** A publication number is told by its own words and holds digits [S4: 如何进行备案]. */
const namesGameNumber = (remark: string): boolean => /版号|出审|ISBN/i.test(remark) && /\d{3}/.test(remark);

/** What the remark must say. */
export const SERVICE_REMARK_RULES: readonly Rule[] = [
  {
    id: "service.remark-length",
    topic: "service",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: REMARK,
    rejection: ["REMARK_TOO_SHORT"],
    check: (c) => {
      const minimum = c.policy.provider.remarkMinLength;
      return each(c.application.services, (service) => lengthVerdict(service, minimum));
    },
  },
  {
    id: "service.remark-advice",
    topic: "service",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", ...REMARK],
    rejection: ["REMARK_TOO_SHORT"],
    check: (c) =>
      c.isPerson && (c.advice?.personDeclaration || (c.advice?.personRemarkMinLength ?? null) !== null)
        ? each(c.application.services, (service) => personVerdict(c, service))
        : NONE,
  },
  {
    id: "service.content-explained",
    topic: "service",
    level: "info",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", "services[*].kind", "services[*].contents"],
    rejection: ["REMARK_TOO_SHORT"],
    check: (c) => {
      const plain = c.advice?.unitContentExplained ?? null;
      if (plain === null || !c.isUnit) return NONE;
      const params = { province: c.application.entity.province ?? "", content: plain };
      return each(c.application.services, (service) =>
        service.contents?.some((content) => content !== plain)
          ? { path: remarkPath(service), params }
          : undefined,
      );
    },
  },
  {
    id: "service.game-number",
    topic: "service",
    level: "error",
    source: "S4: 如何进行备案 (DF §12 #39)",
    reads: ["services[*].contents", ...REMARK],
    rejection: ["PREAPPROVAL_SCOPE"],
    check: (c) =>
      each(c.websites, (site) =>
        site.contents?.includes(GAME_CONTENT) && !namesGameNumber(site.remark ?? "")
          ? { path: remarkPath(site) }
          : undefined,
      ),
  },
];
