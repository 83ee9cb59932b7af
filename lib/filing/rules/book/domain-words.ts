import type { Case } from "../case";
import { DOMAIN_READS, eachDomain, NONE } from "../parts";
import type { Rule } from "../types";
import { firstWord } from "../word-scan";
import { SENSITIVE_DOMAIN_WORDS, STATE_DOMAIN_WORDS } from "./words";

/** A remark that speaks of the word, or of the domain, explains it. */
const explained = (remark: string | undefined, word: string): boolean =>
  remark !== undefined && (remark.includes("域名") || remark.toLowerCase().includes(word.toLowerCase()));

const provinceOf = (c: Case): string => c.application.entity.province ?? "";

/** Words in the part of a name before its suffix. */
export const DOMAIN_WORD_RULES: readonly Rule[] = [
  {
    id: "domain.state-words",
    topic: "domain",
    level: "warn",
    source: "S4: 部分管局特殊要求",
    reads: ["entity.nature", "entity.province", ...DOMAIN_READS],
    check: (c) => {
      if (c.isStateUnit || !c.advice?.domainStateWords) return NONE;
      const level = c.advice.authoritative.includes("domainStateWords") ? "error" : "warn";
      return eachDomain(c.domains, ({ path, name }) => {
        const word = firstWord(STATE_DOMAIN_WORDS, name.label);
        return word === undefined ? undefined : { path, level, params: { word, province: provinceOf(c) } };
      });
    },
  },
  {
    id: "domain.permit-words",
    topic: "domain",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...DOMAIN_READS, "services[*].preApprovals[*].type", "services[*].remark"],
    check: (c) => {
      const words = c.advice?.domainWords;
      if (words === undefined || words.length === 0) return NONE;
      return eachDomain(c.domains, ({ path, name, service }) => {
        const word = firstWord(words, name.label);
        if (word === undefined || service.preApprovals?.some(({ type }) => type !== undefined))
          return undefined;
        return explained(service.remark, word)
          ? undefined
          : { path, params: { word, province: provinceOf(c) } };
      });
    },
  },
  {
    id: "domain.sensitive-words",
    topic: "domain",
    level: "warn",
    source: "T21: 网站命名要求",
    reads: DOMAIN_READS,
    check: (c) =>
      eachDomain(c.domains, ({ path, name }) => {
        const word = firstWord(SENSITIVE_DOMAIN_WORDS, name.label);
        return word === undefined ? undefined : { path, params: { word } };
      }),
  },
];
