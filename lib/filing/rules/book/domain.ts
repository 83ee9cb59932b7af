import { blank } from "../../application/access";
import {
  domainKey,
  domainProblem,
  registrablePart,
  suffixOf,
} from "../../application/identifiers/domain-name";
import { GOVERNMENT_SUFFIXES, PUBLIC_BENEFIT_SUFFIXES } from "../../policy/suffixes";
import type { Params } from "../../shared/refusal";
import type { Case } from "../case";
import { eachDomain, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";

const READS = ["services[*].kind", "services[*].domain"];

/** Verdict per website whose domain is a proper name. */
export const perDomain = (
  ctx: Case,
  verdict: (domain: string, path: string) => Verdict | undefined,
): readonly Verdict[] => eachDomain(ctx.siteDomains, ({ key, path }) => verdict(key, path));

/** What the name itself shows, before anybody is asked. */
export const DOMAIN_RULES: readonly Rule[] = [
  {
    id: "domain.form",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名; T21: 备案限制说明",
    reads: READS,
    check: (ctx) =>
      ctx.websites.flatMap((site): Verdict[] => {
        if (site.domain === undefined || blank(site.domain)) return [];
        const name = domainKey(site.domain);
        const problem = domainProblem(name, ctx.policy.suffixes);
        if (problem === null) return [];
        const params: Params =
          problem === "subdomain" ? { domain: registrablePart(name, ctx.policy.suffixes) } : {};
        return [{ path: servicePath(site.id, "domain"), message: problem, params }];
      }),
  },
  {
    id: "domain.suffix",
    topic: "domain",
    level: "error",
    source: "T21: 备案域名; S4: 备案小程序操作",
    reads: READS,
    rejection: ["TLD_NOT_APPROVED"],
    check: (ctx) =>
      perDomain(ctx, (domain, path) =>
        // Names in punycode end in an encoded suffix the list holds in Chinese; the registrar's answer decides.
        suffixOf(domain, ctx.policy.suffixes) !== null || /\.xn--[a-z0-9-]+$/.test(domain)
          ? undefined
          : { path, params: { suffix: domain.split(".").at(-1) ?? "" } },
      ),
  },
  {
    id: "domain.government-suffix",
    topic: "domain",
    level: "error",
    source: "S4: 备案域名相关",
    reads: ["entity.nature", ...READS],
    check: (ctx) => {
      const { nature } = ctx.application.entity;
      if (nature === undefined) return [];
      return perDomain(ctx, (domain, path) => {
        const suffix = suffixOf(domain, ctx.policy.suffixes) ?? "";
        if (GOVERNMENT_SUFFIXES.has(suffix) && nature !== 2) return { path, params: { suffix } };
        if (PUBLIC_BENEFIT_SUFFIXES.has(suffix) && (nature === 4 || ctx.isPerson))
          return { path, message: "public-benefit", params: { suffix } };
        return undefined;
      });
    },
  },
  {
    id: "domain.government-must",
    topic: "domain",
    level: "warn",
    source: "S4: 备案域名相关",
    reads: ["entity.nature", ...READS],
    check: (ctx) =>
      ctx.application.entity.nature !== 2
        ? []
        : perDomain(ctx, (domain, path) =>
            GOVERNMENT_SUFFIXES.has(suffixOf(domain, ctx.policy.suffixes) ?? "") ? undefined : { path },
          ),
  },
  {
    id: "domain.state-words",
    topic: "domain",
    level: "warn",
    source: "S4: 部分管局特殊要求",
    reads: ["entity.nature", "entity.province", ...READS],
    check: (ctx) =>
      ctx.application.entity.province !== "110000" || ctx.isStateUnit
        ? []
        : perDomain(ctx, (domain, path) =>
            /中国|国家|国际/.test(domain.split(".")[0] ?? "") ? { path } : undefined,
          ),
  },
  {
    id: "domain.duplicate",
    topic: "domain",
    level: "error",
    source: "S4: 网站域名",
    reads: READS,
    check: (ctx) => {
      const seen = new Set<string>();
      return perDomain(ctx, (domain, path) => {
        if (seen.has(domain)) return { path };
        seen.add(domain);
        return undefined;
      });
    },
  },
];
