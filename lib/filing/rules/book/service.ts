import { blank } from "../../application/access";
import type { ServiceDraft } from "../../application/draft";
import { domainKey } from "../../application/identifiers/domain-name";
import { missing, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

/** 博客/个人空间 and 其他: all a person may choose (DF §6.8). */
const BLOG = 6;
const OTHER = 24;
const PERSONAL_CONTENTS: readonly number[] = [BLOG, OTHER];
const KIND = "services[*].kind";
const CONTENTS = "services[*].contents";

const emptyFields = (service: ServiceDraft): readonly string[] => {
  const empty = (["name", "remark", "accessMethod", "serverLocation"] as const).filter((field) =>
    blank(service[field]),
  ) as string[];
  if (!service.contents?.length) empty.push("contents");
  if (service.kind === "WEBSITE") {
    if (blank(service.domain)) empty.push("domain");
    if (blank(service.homepageUrl)) empty.push("homepageUrl");
    if (!service.languages?.length) empty.push("languages");
  }
  return empty;
};

/** Host of a home page address, written with or without a scheme; undefined when it is no address. */
function hostOf(url: string): string | undefined {
  const match = /^(?:https?:\/\/)?([^/?#:\s]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i.exec(url);
  return match?.[1] ? domainKey(match[1]) : undefined;
}

export const SERVICE_RULES: readonly Rule[] = [
  {
    id: "service.required",
    topic: "service",
    level: "error",
    source: "T21: 首次备案; V30: XSD",
    reads: [
      KIND,
      CONTENTS,
      ...["name", "remark", "accessMethod", "serverLocation", "domain", "homepageUrl", "languages"].map(
        (field) => servicePath("*", field),
      ),
    ],
    check: ({ application }) =>
      application.services.flatMap((service) =>
        emptyFields(service).map((field) => missing(servicePath(service.id, field), `service.${field}`)),
      ),
  },
  {
    id: "service.remark-length",
    topic: "service",
    level: "error",
    source: "S4: 常见驳回原因",
    reads: [KIND, "services[*].remark"],
    rejection: ["REMARK_TOO_SHORT"],
    check: ({ application, policy }) => {
      const minimum = policy.provider.remarkMinLength;
      return application.services.flatMap((service): Verdict[] => {
        const count = [...(service.remark ?? "").trim()].length;
        if (count === 0 || count >= minimum) return [];
        return [{ path: servicePath(service.id, "remark"), params: { minimum, count } }];
      });
    },
  },
  {
    id: "service.content-by-nature",
    topic: "service",
    level: "error",
    source: "S4: 常见驳回原因; 网站服务内容",
    reads: ["entity.nature", KIND, CONTENTS],
    rejection: ["SERVICE_CONTENT_WRONG", "CONTENT_NOT_NATURE"],
    check: ({ application, isPerson }) =>
      !isPerson
        ? []
        : application.services
            .filter((service) => service.contents?.some((content) => !PERSONAL_CONTENTS.includes(content)))
            .map((service) => ({ path: servicePath(service.id, "contents") })),
  },
  {
    id: "service.content-advice",
    topic: "service",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", KIND, CONTENTS],
    rejection: ["SERVICE_CONTENT_WRONG"],
    check: (ctx) => {
      const advice = ctx.advice;
      if (!advice) return [];
      const { application } = ctx;
      const params = { province: application.entity.province ?? "" };
      return application.services.flatMap((service): Verdict[] => {
        const path = servicePath(service.id, "contents");
        const contents: readonly number[] = service.contents ?? [];
        if (contents.length === 0) return [];
        if (ctx.isPerson)
          return advice.noPersonalBlog && contents.includes(BLOG)
            ? [{ path, message: "no-blog", params }]
            : [];
        if (!ctx.isUnit) return [];
        if (advice.unitContentOnly !== null && contents.some((content) => content !== advice.unitContentOnly))
          return [{ path, message: "unit-only", params: { ...params, content: advice.unitContentOnly } }];
        return advice.unitNoOther && contents.includes(OTHER) ? [{ path, message: "no-other", params }] : [];
      });
    },
  },
  {
    id: "service.remark-advice",
    topic: "service",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.nature", "entity.province", KIND, "services[*].remark"],
    rejection: ["REMARK_TOO_SHORT"],
    check: (ctx) => {
      const advice = ctx.advice;
      if (!advice || !ctx.isPerson) return [];
      const params = { province: ctx.application.entity.province ?? "" };
      return ctx.application.services.flatMap((service): Verdict[] => {
        const path = servicePath(service.id, "remark");
        const remark = service.remark ?? "";
        if (blank(remark)) return [];
        if (advice.personRemarkMinLength !== null && [...remark].length < advice.personRemarkMinLength)
          return [{ path, message: "length", params: { ...params, minimum: advice.personRemarkMinLength } }];
        // The declaration's heart: that the site carries nothing of a company. Wording varies by province.
        return advice.personDeclaration && !remark.includes("个人网站") ? [{ path, params }] : [];
      });
    },
  },
  {
    id: "service.homepage",
    topic: "service",
    level: "error",
    source: "V30: 1041, 1022",
    reads: [KIND, "services[*].homepageUrl", "services[*].domain"],
    check: ({ websites }) =>
      websites.flatMap((site): Verdict[] => {
        if (site.homepageUrl === undefined || blank(site.homepageUrl)) return [];
        const path = servicePath(site.id, "homepageUrl");
        const host = hostOf(site.homepageUrl);
        if (host === undefined || !host.includes(".")) return [{ path, message: "form" }];
        if (site.domain === undefined || blank(site.domain)) return [];
        const domain = domainKey(site.domain);
        return host === domain || host.endsWith(`.${domain}`) ? [] : [{ path }];
      }),
  },
];
