import {
  deriveOrderTypeForAll,
  entityInputs,
  isChange,
  type OrderTypeOutcome,
  type ServiceInputs,
  serviceInputs,
} from "../guide/order-type";
import { type Case, caseOf } from "./case";
import { filedAs } from "./filed-services";
import type { RuleContext } from "./types";

/** What `reads` must name when a rule asks for the derived type. */
export const TYPE_READS = [
  "entity.province",
  "services[*].kind",
  "services[*].domain",
  "services[*].moreDomains",
  "services[*].serviceFilingNumber",
  "services[*].packages",
  "facts.registry",
  "facts.domains",
] as const;

function inputsOf(c: Case): readonly ServiceInputs[] {
  const { registry } = c.facts;
  const recordNumber = registry?.recordNumber ?? null;
  const out: ServiceInputs[] = [];
  for (const { fact } of c.siteDomains) if (fact !== undefined) out.push(serviceInputs(fact, recordNumber));
  for (const app of c.apps) {
    if (registry?.entityFiled && registry.filed === null) continue;
    const filed = filedAs(c, app);
    out.push({
      filed: filed === undefined ? "no" : "same-entity",
      accessHere: filed?.accessHere ?? false,
      inFlightElsewhere: false,
    });
  }
  return out;
}

/** What the look-ups say of each service; those nobody can tell of are left out. */
export const serviceInputsOf = (c: Case): readonly ServiceInputs[] => c.once(inputsOf);

function derive(c: Case): OrderTypeOutcome | undefined {
  const { registry, domains } = c.facts;
  if (!registry || !domains) return undefined;
  const { province } = c.application.entity;
  return deriveOrderTypeForAll(entityInputs(registry, c.policy.provider, province), serviceInputsOf(c));
}

/**
 * What DF §2.1 says of this document; undefined while a fact is unknown. Changes and cancellations are what their
 * owner chose, whatever the register says.
 */
export function derivedType(ctx: RuleContext): OrderTypeOutcome | undefined {
  return isChange(ctx.orderType) || ctx.orderType.startsWith("CANCEL") ? undefined : caseOf(ctx).once(derive);
}
