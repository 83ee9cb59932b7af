import type { OrderType } from "../../application/codes";
import { GOVERNMENT_SUFFIXES, PUBLIC_BENEFIT_SUFFIXES } from "../../policy/suffixes";
import type { Case, DomainPart } from "../case";
import { DOMAIN_READS, eachDomain, NONE, sameName } from "../parts";
import type { Rule, Verdict } from "../types";

const READS = ["entity.nature", ...DOMAIN_READS];
const GOVERNMENT = 2;
const PUBLIC_INSTITUTION = 3;
const ENTERPRISE = 4;
/** Orders that file a domain anew; in the others it is filed already, and advice is all that helps. */
const NEW: readonly OrderType[] = ["FIRST_FILING", "NEW_SERVICE_LOCAL", "NEW_SERVICE_FOREIGN"];

const isGovernment = (suffix: string | null): boolean => suffix !== null && GOVERNMENT_SUFFIXES.has(suffix);
const isPublicBenefit = (suffix: string | null): boolean =>
  suffix !== null && PUBLIC_BENEFIT_SUFFIXES.has(suffix);
const levelOf = (c: Case) => (NEW.includes(c.orderType) ? "error" : "warn");

function reserved(c: Case, nature: number, { path, name: { suffix } }: DomainPart): Verdict | undefined {
  if (suffix === null) return undefined;
  if (nature !== GOVERNMENT && isGovernment(suffix)) return { path, params: { suffix } };
  if ((nature === ENTERPRISE || c.isPerson) && isPublicBenefit(suffix))
    return { path, message: "public-benefit", params: { suffix } };
  return undefined;
}

/** More than one Chinese and one Latin name of a government body (原则上). */
function tooMany(c: Case): readonly Verdict[] {
  const first: [string | undefined, string | undefined] = [undefined, undefined];
  return eachDomain(c.domains, ({ key, path, name: { registrable } }) => {
    const kind = key.includes("xn--") ? 1 : 0;
    first[kind] ??= registrable;
    return first[kind] === registrable ? undefined : { path };
  });
}

/** Which endings belong to whom (S4: 备案域名相关, after 互联网政务应用安全管理规定, art. 5). */
export const DOMAIN_NATURE_RULES: readonly Rule[] = [
  {
    id: "domain.government-suffix",
    topic: "domain",
    level: "error",
    source: "S4: 备案域名相关",
    reads: READS,
    check: (c) => {
      const { nature } = c.application.entity;
      return nature === undefined ? NONE : eachDomain(c.domains, (part) => reserved(c, nature, part));
    },
  },
  {
    id: "domain.government-must",
    topic: "domain",
    level: "error",
    source: "S4: 备案域名相关",
    reads: READS,
    check: (c) =>
      c.application.entity.nature !== GOVERNMENT
        ? NONE
        : eachDomain(c.domains, ({ path, name: { suffix } }) =>
            isGovernment(suffix) ? undefined : { path, level: levelOf(c) },
          ),
  },
  {
    id: "domain.government-one-each",
    topic: "domain",
    level: "warn",
    source: "S4: 备案域名相关",
    reads: READS,
    check: (c) => (c.application.entity.nature !== GOVERNMENT ? NONE : tooMany(c)),
  },
  {
    id: "domain.public-institution",
    topic: "domain",
    level: "error",
    source: "S4: 备案域名相关",
    reads: READS,
    check: (c) =>
      c.application.entity.nature !== PUBLIC_INSTITUTION
        ? NONE
        : eachDomain(c.domains, ({ path, name: { suffix } }) =>
            suffix === null || suffix.endsWith("cn") || isPublicBenefit(suffix)
              ? undefined
              : { path, level: levelOf(c) },
          ),
  },
  {
    id: "domain.body-name",
    topic: "domain",
    level: "warn",
    source: "S4: 备案域名相关 (DF §15 D31)",
    reads: ["entity.name", ...DOMAIN_READS, "facts.domains"],
    check: (c) => {
      const organiser = c.application.entity.name ?? "";
      if (organiser === "") return NONE;
      return eachDomain(c.domains, ({ path, fact, name: { suffix } }) => {
        const owner = fact?.ownerName;
        if (owner === undefined || owner === null) return undefined;
        if (!isGovernment(suffix) && !isPublicBenefit(suffix)) return undefined;
        return sameName(owner, organiser) ? undefined : { path };
      });
    },
  },
];
