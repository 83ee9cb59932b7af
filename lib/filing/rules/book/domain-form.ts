import { toUnicode } from "../../application/identifiers/punycode";
import type { DomainPart } from "../case";
import { DOMAIN_READS, each, eachDomain, NONE } from "../parts";
import type { Rule, Verdict } from "../types";

function formVerdict({ problem, path, name }: DomainPart): Verdict | undefined {
  if (problem === null) return undefined;
  return problem === "subdomain"
    ? { path, message: problem, params: { domain: toUnicode(name.registrable) } }
    : { path, message: problem };
}

/** Does an earlier website have it? A website and an APP may share a domain; two websites may not. */
function isRepeated(parts: readonly DomainPart[], part: DomainPart): boolean {
  if (part.key === undefined) return false;
  for (const earlier of parts) {
    if (earlier === part) return false;
    if (earlier.key === part.key) return true;
  }
  return false;
}

/** Form and ending of a name: what it shows before anybody is asked. */
export const DOMAIN_FORM_RULES: readonly Rule[] = [
  {
    id: "domain.form",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名; APP 备案常见问题; T21: 备案限制说明",
    reads: DOMAIN_READS,
    check: (c) => each(c.domains, formVerdict),
  },
  {
    id: "domain.suffix",
    topic: "domain",
    level: "error",
    source: "T21: 备案域名; S4: 备案小程序操作",
    reads: DOMAIN_READS,
    rejection: ["TLD_NOT_APPROVED"],
    check: (c) =>
      eachDomain(c.domains, ({ key, path, name }) =>
        name.suffix !== null
          ? undefined
          : { path, params: { suffix: toUnicode(key.slice(key.lastIndexOf(".") + 1)) } },
      ),
  },
  {
    id: "domain.province-suffix",
    topic: "domain",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...DOMAIN_READS],
    rejection: ["TLD_NOT_APPROVED"],
    check: (c) => {
      const refused = c.advice?.suffixesRefused;
      if (refused === undefined || refused.length === 0) return NONE;
      const level = c.advice?.authoritative.includes("suffixesRefused") ? "error" : "warn";
      const province = c.application.entity.province ?? "";
      return eachDomain(c.domains, ({ path, name: { suffix } }) =>
        // What the national list lacks as well is said by the rule above.
        suffix !== null && refused.includes(suffix)
          ? { path, level, params: { suffix, province } }
          : undefined,
      );
    },
  },
  {
    id: "domain.duplicate",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名",
    reads: DOMAIN_READS,
    check: (c) =>
      each(c.siteDomains, (part) => (isRepeated(c.siteDomains, part) ? { path: part.path } : undefined)),
  },
];
