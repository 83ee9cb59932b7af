import type {
  AppDraft,
  ApplicationDraft,
  EntityDraft,
  PersonDraft,
  WebsiteDraft,
} from "../application/draft";
import { residentIdCheckDigit } from "../application/identifiers/resident-id";
import { type PolicyOverride, policyAt } from "../policy";
import type { ProvinceAdvice } from "../policy/province-advice";
import type { ProvincePolicy } from "../policy/types";
import { findingsOf, ruleById } from "../rules";
import type {
  AccountFact,
  BusinessFact,
  DomainFact,
  Facts,
  OthersFact,
  RegistryFact,
  ResourceFact,
  ServerRecord,
} from "../rules/facts";
import type { RuleContext } from "../rules/types";
import {
  contextOf,
  goodDomain,
  goodFacts,
  goodServer,
  NOW,
  secondLead,
  validEnterprise,
  validLead,
  validPerson,
  validWebsite,
} from "./fixtures";

/** One row of a table test: rule, what is special about the case, the case, and what the rule says of it. */
export type LookCase = readonly [rule: string, what: string, ctx: RuleContext, said: readonly string[]];

/** One look at one rule: what it says, as `message@path`. */
export function says(id: string, ctx: RuleContext): string[] {
  const rule = ruleById(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return findingsOf(rule, ctx).map(({ message, path }) =>
    message === "message" ? path : `${message}@${path}`,
  );
}

type Change = Partial<RuleContext>;
export const of = (app: ApplicationDraft, change: Change = {}) => contextOf(app, change);
export const unit = (entity: Partial<EntityDraft> = {}, rest: Partial<ApplicationDraft> = {}) => {
  const app = validEnterprise(rest);
  return of({ ...app, entity: { ...app.entity, ...entity } });
};
export const person = (entity: Partial<EntityDraft> = {}, rest: Partial<ApplicationDraft> = {}) => {
  const app = validPerson(rest);
  return of({ ...app, entity: { ...app.entity, ...entity } });
};
export const lead = (over: Partial<PersonDraft>, entity: Partial<EntityDraft> = {}) =>
  unit(entity, { people: [validLead(over)] });
export const two = (over: Partial<PersonDraft> = {}, entity: Partial<EntityDraft> = {}) =>
  unit(entity, { people: [validLead(), secondLead(over)], services: [validWebsite({ lead: "ppl_lead02" })] });
export const site = (over: Partial<WebsiteDraft>, entity: Partial<EntityDraft> = {}) =>
  unit(entity, { services: [validWebsite(over)] });
export const mySite = (over: Partial<WebsiteDraft>, entity: Partial<EntityDraft> = {}) =>
  person(entity, { services: [{ ...(validPerson().services[0] as WebsiteDraft), ...over }] });
export const many = (count: number, app = validEnterprise(), over: Partial<WebsiteDraft> = {}) =>
  of({
    ...app,
    services: Array.from({ length: count }, (_, i) => validWebsite({ id: `svc_many${i}`, ...over })),
  });
export const facts = (over: Partial<Facts>, app = validEnterprise()) =>
  of(app, { facts: { ...goodFacts(app), ...over } });
export const account = (over: Partial<AccountFact>, app = validEnterprise()) => {
  const base = goodFacts(app);
  return facts(base.account ? { account: { ...base.account, ...over } } : {}, app);
};
export const registry = (over: Partial<RegistryFact>, domain: Partial<DomainFact> = {}) => {
  const base = goodFacts(validEnterprise());
  return facts({
    domains: { "qinghe-demo.com": goodDomain(domain) },
    ...(base.registry ? { registry: { ...base.registry, ...over } } : {}),
  });
};
export const business = (over: Partial<BusinessFact>, app = validEnterprise()) => {
  const base = goodFacts(app);
  return facts(base.business ? { business: { ...base.business, ...over } } : {}, app);
};
export const others = (over: Partial<OthersFact>, app = validEnterprise()) => {
  const base = goodFacts(app);
  return facts(base.others ? { others: { ...base.others, ...over } } : {}, app);
};
export const domain = (over: Partial<DomainFact>, app = validEnterprise()) =>
  facts({ domains: { "qinghe-demo.com": goodDomain(over) } }, app);
export const server = (over: Partial<ResourceFact>) =>
  facts({ resources: { "ins-demo0001": goodServer(over) } });
/** The server a code stands for. */
export const standsFor = (over: Partial<ServerRecord>): ServerRecord => {
  const { used: _used, ...record } = goodServer();
  return { ...record, ...over };
};
export const code = (over: Partial<NonNullable<Facts["codes"]>[string]> | null) => {
  const app = validEnterprise({ services: [validWebsite({ resource: { kind: "CODE", code: "BSN1" } })] });
  const good = {
    state: "UNUSED",
    forThisAccount: true,
    heldElsewhere: false,
    server: standsFor({}),
    usedFor: null,
  } as const;
  return facts({ codes: over === null ? {} : { BSN1: { ...good, ...over } } }, app);
};
export const typed = (orderType: RuleContext["orderType"], ctx = unit()) => ({ ...ctx, orderType });
/** A unit judged by a provider with these settings. */
export const set = (
  values: Readonly<Record<string, PolicyOverride["value"]>>,
  ctx: RuleContext = unit(),
) => ({
  ...ctx,
  policy: policyAt(
    NOW,
    Object.entries(values).map(([setting, value]) => ({ id: setting, effectiveFrom: 0, setting, value })),
  ),
});

/** A case whose own province says something else: rules are tested by what a province may say, not by who says it. */
export function provincial(
  over: Partial<Omit<ProvincePolicy, "advice">>,
  advice: Partial<ProvinceAdvice> = {},
  ctx: RuleContext = unit(),
): RuleContext {
  const code = ctx.application.entity.province ?? "";
  const here = ctx.policy.provinces[code];
  if (!here) throw new Error(`no province ${code}`);
  const changed = { ...here, ...over, advice: { ...here.advice, ...advice } };
  return { ...ctx, policy: { ...ctx.policy, provinces: { ...ctx.policy.provinces, [code]: changed } } };
}
export const advised = (advice: Partial<ProvinceAdvice>, ctx: RuleContext = unit()) =>
  provincial({}, advice, ctx);

/** A resident ID of 北京 by day of birth and sex. */
export function idBorn(day: string, sex: "male" | "female" = "male"): string {
  const first17 = `110101${day.replaceAll("-", "")}00${sex === "male" ? 1 : 2}`;
  return first17 + residentIdCheckDigit(first17);
}

export const S = (field: string) => `services[svc_site01].${field}`;
export const P = (field: string, id = "ppl_lead01") => `people[${id}].${field}`;
export const app1 = { kind: "APP", id: "svc_app001", lead: "ppl_lead01" } as const;

/** A complete APP of the unit, and an order of it alone. */
export const validApp = (over: Partial<AppDraft> = {}): AppDraft => ({
  ...app1,
  name: "青禾手帐",
  domains: [{ id: "dom_0001", domain: "api.qinghe-demo.com" }],
  packages: [
    {
      id: "pkg_0001",
      platform: "ANDROID",
      packageName: "com.qinghe.notes",
      publicKey: "30820122300d06092a",
      certFingerprint: "a1".repeat(16),
    },
  ],
  noSdk: true,
  contents: [8],
  noPreApproval: true,
  resource: { kind: "RESOURCE", resourceId: "ins-demo0001" },
  accessMethod: 16,
  serverLocation: "110000",
  remark: "记录手帐并同步到文具商店会员账户的手机应用。",
  ...over,
});
export const appOnly = (over: Partial<AppDraft> = {}, entity: Partial<EntityDraft> = {}) =>
  unit(entity, { services: [validApp(over)] });
