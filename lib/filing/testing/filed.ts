import type { OrderType } from "../application/codes";
import type { ApplicationDraft, EntityDraft, FiledCheckDraft } from "../application/draft";
import { policyAt } from "../policy";
import type { ProvinceAdvice } from "../policy/province-advice";
import type { ProvincePolicy } from "../policy/types";
import type { DomainFact, FiledEntity, FiledService, RegistryFact } from "../rules/facts";
import type { RuleContext } from "../rules/types";
import { contextOf, goodDomain, goodFacts, NOW, validEnterprise } from "./fixtures";

/** What the register would hold had `validEnterprise()` been filed: the same data, one website. */
export const ENTITY_NUMBER = "京ICP备2023111111号";

export const filedService = (over: Partial<FiledService> = {}): FiledService => ({
  number: `${ENTITY_NUMBER}-1`,
  kind: "WEBSITE",
  name: "青禾文具官方商店",
  domains: ["qinghe-demo.com"],
  packages: [],
  lead: {
    name: "方知远",
    idType: 2,
    idNo: "110101199003070011",
    phone: "13800000001",
    idValidTo: "2036-05-01",
  },
  preApprovals: [],
  accessHere: false,
  ...over,
});

const filedEntity = (over: Partial<FiledEntity> = {}): FiledEntity => ({
  province: "110000",
  nature: 4,
  certType: 1,
  certNo: "91110108MA0000015T",
  name: "北京青禾文具有限公司",
  entityLead: filedService().lead,
  services: [filedService()],
  ...over,
});

/** Another website of the same entity, not part of the order. */
export const otherFiled = (over: Partial<FiledService> = {}): FiledService =>
  filedService({ number: `${ENTITY_NUMBER}-2`, name: "青禾画室", domains: ["qinghe-studio.com"], ...over });

/** The organiser's look at it, everything in order. */
export const goodCheck = (over: Partial<FiledCheckDraft> = {}): FiledCheckDraft => ({
  id: "flc_0002",
  number: `${ENTITY_NUMBER}-2`,
  opens: true,
  hasContent: true,
  showsNumber: true,
  titleFits: true,
  natureFits: true,
  ...over,
});

interface Filed {
  readonly entity?: Partial<EntityDraft>;
  readonly rest?: Partial<ApplicationDraft>;
  readonly filed?: Partial<FiledEntity> | null;
  readonly register?: Partial<RegistryFact>;
  readonly domain?: Partial<DomainFact>;
}

/** An order on a filed entity: application, what is filed, what the register says besides. */
export function onFiled(orderType: OrderType, about: Filed = {}): RuleContext {
  const base = validEnterprise(about.rest);
  const application = { ...base, entity: { ...base.entity, ...about.entity } };
  const facts = goodFacts(application);
  const { registry } = facts;
  if (registry === undefined) throw new Error("good facts have a register");
  const domains = { ...facts.domains };
  for (const key of Object.keys(domains)) domains[key] = goodDomain(about.domain);
  return contextOf(application, {
    orderType,
    facts: {
      ...facts,
      domains,
      registry: {
        ...registry,
        entityFiled: true,
        recordNumber: ENTITY_NUMBER,
        filed: about.filed === null ? null : filedEntity(about.filed),
        ...about.register,
      },
    },
  });
}

/** The same context in a country whose province asks something else. */
export function withProvince(
  ctx: RuleContext,
  advice: Partial<ProvinceAdvice>,
  province: Partial<ProvincePolicy> = {},
): RuleContext {
  const code = ctx.application.entity.province ?? "";
  const policy = policyAt(NOW);
  const known = policy.provinces[code];
  if (known === undefined) throw new Error(`no province ${code}`);
  const row = { ...known, ...province, advice: { ...known.advice, ...advice } };
  return { ...ctx, policy: { ...ctx.policy, provinces: { ...policy.provinces, [code]: row } } };
}
