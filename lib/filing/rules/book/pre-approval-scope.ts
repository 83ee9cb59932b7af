import type { ServiceDraft } from "../../application/draft";
import {
  ADULT_SCOPES,
  ADULT_SOURCE,
  CONTENT_PERMITS,
  type ContentPermit,
  FINANCE_CONTENTS,
  FINANCE_PERMIT,
} from "../../policy/permit-topics";
import type { Case } from "../case";
import { eachWord, organiserWords } from "../names";
import { each, eachAll, NONE, servicePath } from "../parts";
import { hasTopics, holds, TOPIC_READS, type TopicHit, topicsOf } from "../permits";
import type { Rule, Verdict } from "../types";

const TYPES = "services[*].preApprovals[*].type";
const CONTENTS = ["services[*].kind", "services[*].contents"];
const BY_CONTENT: ReadonlyMap<number, ContentPermit> = new Map(
  CONTENT_PERMITS.map((row) => [row.content, row]),
);
const permitsPath = (service: ServiceDraft): string => servicePath(service.id, "preApprovals");

/** A chosen content without the permit it needs. */
function contentVerdicts(service: ServiceDraft): readonly Verdict[] {
  let out: Verdict[] | undefined;
  for (const content of service.contents ?? []) {
    const row = BY_CONTENT.get(content);
    if (row === undefined || holds(service, row.types)) continue;
    out ??= [];
    out.push({
      path: permitsPath(service),
      message: row.needed,
      level: row.needed === "always" ? "error" : "warn",
      params: { content, preApproval: row.types[0] ?? 0 },
    });
  }
  return out ?? NONE;
}

function keywordVerdict(c: Case, service: ServiceDraft, { topic, word, path }: TopicHit): Verdict {
  const params = { word, topic: topic.id, preApproval: topic.types[0] ?? 0 };
  // Persons are not asked for permits: the word stands in the name.
  if (c.isPerson) return { path, message: "person", level: "error", params };
  const message = c.advice?.noNotInvolvedPromise ? "no-promise" : "message";
  return { path: permitsPath(service), message, params };
}

function keywords(c: Case): readonly Verdict[] {
  if (!(c.isPerson || c.isUnit) || !hasTopics(c)) return NONE;
  return eachAll(c.application.services, (service) =>
    topicsOf(c, service)
      .filter(({ topic: { types } }) =>
        types.length === 0
          ? !service.preApprovals?.some(({ type }) => type !== undefined)
          : !holds(service, types),
      )
      .map((hit) => keywordVerdict(c, service, hit)),
  );
}

const looksLikeFinance = (c: Case, service: ServiceDraft): boolean =>
  (service.contents?.some((content) => FINANCE_CONTENTS.includes(content)) ?? false) ||
  (hasTopics(c) && topicsOf(c, service).some(({ topic }) => topic.types.includes(FINANCE_PERMIT)));

/** Finance by word or content, and not yet answered by a permit. */
export const isUnlicensedFinance = (c: Case, service: ServiceDraft): boolean =>
  !holds(service, [FINANCE_PERMIT]) && looksLikeFinance(c, service);

/** Finance by word, content or permit. */
export const isFinance = (c: Case, service: ServiceDraft): boolean =>
  holds(service, [FINANCE_PERMIT]) || looksLikeFinance(c, service);

/** Does the unit's name or scope carry the word for which a province wants a promise about culture? */
export const hasCultureWord = (c: Case): boolean => {
  const { name, scope } = organiserWords(c);
  return name.some(({ tag }) => tag.list === "culture") || scope.some(({ tag }) => tag.list === "culture");
};

const provinceOf = (c: Case): string => c.application.entity.province ?? "";

/** What words and contents say about permits. */
export const PRE_APPROVAL_SCOPE_RULES: readonly Rule[] = [
  {
    id: "pre-approval.content",
    topic: "pre-approval",
    level: "error",
    source: "S4: 前置审批; 部分管局特殊要求; T21: 前置审批相关",
    reads: ["entity.nature", TYPES, ...CONTENTS],
    rejection: ["PREAPPROVAL_SCOPE"],
    // Persons may not choose these contents at all.
    check: (c) => (c.isUnit ? eachAll(c.application.services, contentVerdicts) : NONE),
  },
  {
    id: "pre-approval.keywords",
    topic: "pre-approval",
    level: "warn",
    source: "S4: 常见驳回原因; 网站服务内容",
    reads: ["entity.province", TYPES, ...TOPIC_READS],
    rejection: ["PREAPPROVAL_SCOPE"],
    check: keywords,
  },
  {
    id: "pre-approval.finance",
    topic: "pre-approval",
    level: "warn",
    source: "S4: 部分管局特殊要求 (DF §15 D13)",
    reads: ["entity.province", TYPES, "services[*].contents", ...TOPIC_READS],
    rejection: ["PREAPPROVAL_SCOPE"],
    check: (c) => {
      const promise = c.advice?.financePromise ?? null;
      if (promise === null || !c.isUnit) return NONE;
      const advised = promise === "ADVISED";
      return each(c.application.services, (service) =>
        isUnlicensedFinance(c, service)
          ? {
              path: permitsPath(service),
              message: advised ? "advised" : "message",
              level: advised ? "info" : "warn",
              params: { province: provinceOf(c) },
            }
          : undefined,
      );
    },
  },
  {
    id: "pre-approval.culture",
    topic: "pre-approval",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", "entity.name", "entity.businessScope"],
    rejection: ["PREAPPROVAL_SCOPE"],
    check: (c) =>
      c.advice?.culturePromise && c.isUnit && hasCultureWord(c)
        ? [{ path: "entity.businessScope", params: { province: provinceOf(c) } }]
        : NONE,
  },
  {
    id: "pre-approval.adult-products",
    topic: "pre-approval",
    level: "error",
    source: `${ADULT_SOURCE} (DF §15 B23)`,
    reads: ["entity.nature", "entity.businessScope", "services[*].kind", "services[*].name"],
    rejection: ["PREAPPROVAL_SCOPE"],
    check: (c) =>
      eachWord(c, "adult", ({ path }, word) => {
        if (c.isPerson) return { path, message: "person", params: { word } };
        const scope = c.application.entity.businessScope ?? "";
        return ADULT_SCOPES.some((wanted) => scope.includes(wanted))
          ? { path, message: "minors", level: "warn", params: { word } }
          : { path, params: { word } };
      }),
  },
];
