import type { ServiceDraft } from "../../application/draft";
import type { ProvinceAdvice } from "../../policy/province-advice";
import type { Case } from "../case";
import { each, NONE, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

/** 博客/个人空间 and 其他: all a person may choose (DF §6.8). */
const BLOG = 6;
const OTHER = 24;
const PORTAL = 3;
const UNIT_PORTAL = 8;
const READS = ["services[*].kind", "services[*].contents"];
/** Names of shops and the like, which file as 其他 rather than as a unit's portal [S4: 网站服务内容]. */
const SHOP = /商城|购物|网店|电商/;

const contentsPath = (service: ServiceDraft): string => servicePath(service.id, "contents");
const isPersonal = (content: number): boolean => content === BLOG || content === OTHER;

/** Fields of the advice that these verdicts come from; authoritative ones block. */
type Field = "noPersonalBlog" | "personContentsRefused" | "unitContentOnly" | "unitNoOther";

function personAdvice(
  advice: ProvinceAdvice,
  contents: readonly number[],
): readonly [string, Field] | undefined {
  if (advice.noPersonalBlog && contents.includes(BLOG)) return ["no-blog", "noPersonalBlog"];
  return contents.some((content) => advice.personContentsRefused.includes(content))
    ? ["person-refused", "personContentsRefused"]
    : undefined;
}

function unitAdvice(
  advice: ProvinceAdvice,
  contents: readonly number[],
): readonly [string, Field] | undefined {
  const only = advice.unitContentOnly;
  if (only !== null && contents.some((content) => content !== only)) return ["unit-only", "unitContentOnly"];
  return advice.unitNoOther && contents.includes(OTHER) ? ["no-other", "unitNoOther"] : undefined;
}

function adviceVerdict(c: Case, advice: ProvinceAdvice, service: ServiceDraft): Verdict | undefined {
  const { contents } = service;
  if (contents === undefined || contents.length === 0) return undefined;
  const said = c.isPerson ? personAdvice(advice, contents) : unitAdvice(advice, contents);
  if (said === undefined) return undefined;
  const [message, field] = said;
  const province = c.application.entity.province ?? "";
  return {
    path: contentsPath(service),
    message,
    level: advice.authoritative.includes(field) ? "error" : "warn",
    params: { province, content: advice.unitContentOnly ?? 0 },
  };
}

function hint(service: ServiceDraft): Verdict | undefined {
  const { contents, name } = service;
  if (contents === undefined || contents.length === 0) return undefined;
  if (contents.includes(PORTAL)) return { path: contentsPath(service), message: "portal" };
  return contents.includes(UNIT_PORTAL) && name !== undefined && SHOP.test(name)
    ? { path: contentsPath(service) }
    : undefined;
}

/** Service content by nature and province. */
export const SERVICE_CONTENT_RULES: readonly Rule[] = [
  {
    id: "service.content-by-nature",
    topic: "service",
    level: "error",
    source: "S4: 常见驳回原因; 网站服务内容",
    reads: ["entity.nature", ...READS],
    rejection: ["SERVICE_CONTENT_WRONG", "CONTENT_NOT_NATURE"],
    check: (c) =>
      c.isPerson
        ? each(c.application.services, (service) =>
            service.contents?.every(isPersonal) === false ? { path: contentsPath(service) } : undefined,
          )
        : NONE,
  },
  {
    id: "service.content-advice",
    topic: "service",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", ...READS],
    rejection: ["SERVICE_CONTENT_WRONG"],
    check: (c) => {
      const { advice } = c;
      if (advice === undefined || !(c.isPerson || c.isUnit)) return NONE;
      return each(c.application.services, (service) => adviceVerdict(c, advice, service));
    },
  },
  {
    id: "service.content-hint",
    topic: "service",
    level: "info",
    source: "S4: 网站服务内容 (DF §15 D27)",
    reads: ["entity.nature", "services[*].name", ...READS],
    check: (c) => (c.isUnit ? each(c.application.services, hint) : NONE),
  },
];
