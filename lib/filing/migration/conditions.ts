import { NATURE_PERSON } from "../application/codes";
import { isMobile } from "../application/identifiers/mobile-cn";
import { isShell } from "../registry/ending";
import type { Registry } from "../registry/types";
import { sameName } from "../rules/parts";
import { type Refusal, refuse } from "../shared/refusal";

/** What moving an entity hangs on at the account that has it, in the order in which it is explained (DF §2.4). */
export const GIVING_CONDITIONS = ["filed", "shell", "order", "flag", "phone"] as const;
/** The same at the account that takes it. */
export const TAKING_CONDITIONS = ["other", "there", "verified", "name", "empty", "order", "flag"] as const;
export type GivingConditionId = (typeof GIVING_CONDITIONS)[number];
export type TakingConditionId = (typeof TAKING_CONDITIONS)[number];

export interface Condition<Id extends string> {
  readonly id: Id;
  readonly met: boolean;
}

export interface Giver {
  readonly registry: Registry;
  readonly openOrder: boolean;
  readonly riskFlag: boolean;
}

export interface Taker {
  /** It is the account that has the entity. */
  readonly same: boolean;
  readonly kind: "person" | "unit";
  /** Null until verified. */
  readonly realName: string | null;
  readonly idNo: string | null;
  readonly holdsEntity: boolean;
  readonly openOrder: boolean;
  readonly riskFlag: boolean;
}

const leadOf = ({ entity }: Registry) =>
  entity?.document.people.find(({ id }) => id === entity.document.entity.entityLead);

/** Where the code goes that proves the entity lead agrees; null: no number a text message could reach. */
export function leadPhone(registry: Registry): string | null {
  const phone = leadOf(registry)?.phone1 ?? "";
  return isMobile(phone) ? phone : null;
}

/** Every condition with its verdict: people see the whole list, not the first obstacle. */
export function givingConditions(giver: Giver): readonly Condition<GivingConditionId>[] {
  const { registry } = giver;
  const filed = registry.entity !== null && !registry.entity.ended;
  return [
    { id: "filed", met: filed },
    // A shell is ended at the authority; there is nothing under it that another account could go on with.
    { id: "shell", met: !isShell(registry) },
    { id: "order", met: !giver.openOrder },
    { id: "flag", met: !giver.riskFlag },
    { id: "phone", met: leadPhone(registry) !== null },
  ];
}

/** Null: there is no such account. What cannot be asked of it is not met. */
export function takingConditions(
  taker: Taker | null,
  registry: Registry,
): readonly Condition<TakingConditionId>[] {
  const is = (met: (taker: Taker) => boolean) => taker !== null && met(taker);
  return [
    { id: "other", met: taker?.same !== true },
    { id: "there", met: taker !== null },
    { id: "verified", met: is(({ realName }) => realName !== null) },
    { id: "name", met: is((one) => isOrganiser(one, registry)) },
    { id: "empty", met: is(({ holdsEntity }) => !holdsEntity) },
    { id: "order", met: is(({ openOrder }) => !openOrder) },
    { id: "flag", met: is(({ riskFlag }) => !riskFlag) },
  ];
}

/** Two people may have one name: of a person the number has to be the same, too. A unit's may be its old one. */
function isOrganiser({ kind, realName, idNo }: Taker, { entity }: Registry): boolean {
  const { name, certNo, nature } = entity?.document.entity ?? {};
  if (realName === null || !name || !sameName(realName, name)) return false;
  if (nature !== NATURE_PERSON) return kind === "unit";
  return kind === "person" && idNo?.toUpperCase() === certNo?.toUpperCase();
}

const first = <Id extends string>(conditions: readonly Condition<Id>[]): Id | undefined =>
  conditions.find(({ met }) => !met)?.id;

/** Why the account may not give it; null = it may. */
export function refusalOfGiving(conditions: readonly Condition<GivingConditionId>[]): Refusal | null {
  const id = first(conditions);
  return id === undefined ? null : refuse("wrong_state", { reason: `migration.from-${id}` });
}

/** What of an account tells whose it is: who names one by its id hears one answer for all of them. */
const WHOSE: ReadonlySet<TakingConditionId> = new Set(["there", "verified", "name"]);

/**
 * Why the account may not take it; null = it may. Who names an account learns of it only what the same organiser may
 * know; the account itself hears what is wrong with it.
 */
export function refusalOfTaking(
  conditions: readonly Condition<TakingConditionId>[],
  reader: "giver" | "taker",
): Refusal | null {
  const id = first(conditions);
  if (id === undefined) return null;
  const told = reader === "giver" && WHOSE.has(id) ? "organiser" : id;
  return refuse("wrong_state", { reason: `migration.to-${told}` });
}
