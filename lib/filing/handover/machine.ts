import type { OrderType } from "../application/codes";
import { isAccess, isChange } from "../guide/order-type";
import { isCancellation } from "../lifecycle/life";
import { rejectionsFor } from "../policy/rejections";
import { type FieldRefusal, type Refusal, refuse } from "../shared/refusal";
import { fail, ok, type Result } from "../shared/result";
import { canonicalNumbers, type NumberedService, numberProblems } from "./numbers";
import { type HandoverFact, type HandoverFactType, type HandoverState, isOpen } from "./records";
import { type Handed, targetsFor } from "./targets";

/** A submission as the machine sees it. */
export interface Handover {
  readonly state: HandoverState;
  readonly handed: Handed;
  readonly orderType: OrderType;
  /** Leads who must verify by SMS. */
  readonly required: readonly string[];
  readonly knownEntity: string | null;
  /** Everything recorded of it so far, oldest first. */
  readonly recorded: readonly HandoverFact[];
}

export interface Recorded {
  readonly fact: HandoverFact;
  readonly next: Handover;
}

/** From where each fact leads where; what is not here cannot be recorded. */
const HANDOVER_TRANSITIONS: Readonly<
  Record<HandoverFactType, { readonly from: readonly HandoverState[]; readonly to: HandoverState }>
> = {
  downloaded: { from: ["received"], to: "downloaded" },
  sent: { from: ["downloaded"], to: "sent" },
  refused: { from: ["downloaded", "sent"], to: "refused" },
  accepted: { from: ["sent"], to: "review" },
  smsStarted: { from: ["sent"], to: "sms" },
  // The last lead leads on to the review.
  smsDone: { from: ["sms"], to: "sms" },
  smsFailed: { from: ["sms"], to: "smsFailed" },
  approved: { from: ["review"], to: "approved" },
  struck: { from: ["review"], to: "approved" },
  rejected: { from: ["review"], to: "rejected" },
  conflict: { from: ["review"], to: "rejected" },
};

/** Orders on services that are filed: their numbers exist, and the approval repeats them. */
export const keepsNumbers = (orderType: OrderType): boolean => isAccess(orderType) || isChange(orderType);

/** What the authority never answers to this kind of order: a cancellation gets no numbers, cancel access no codes. */
function isForeign(type: HandoverFactType, orderType: OrderType): boolean {
  if (!isCancellation(orderType)) return type === "accepted" || type === "struck";
  if (type === "approved" || type === "conflict") return true;
  return orderType === "CANCEL_ACCESS" ? type === "smsStarted" : type === "accepted";
}

/** The facts a state can take, for forms. */
export const recordable = (state: HandoverState, orderType: OrderType): readonly HandoverFactType[] =>
  (Object.keys(HANDOVER_TRANSITIONS) as HandoverFactType[]).filter(
    (type) => HANDOVER_TRANSITIONS[type].from.includes(state) && !isForeign(type, orderType),
  );

export const doneLeads = ({ recorded }: Handover): readonly string[] =>
  recorded.flatMap((fact) => (fact.type === "smsDone" ? [fact.personId] : []));

/** What an approval numbers: nothing where the organiser alone changes; what is filed already keeps its number. */
export function numbered({
  handed,
  orderType,
}: Pick<Handover, "handed" | "orderType">): readonly NumberedService[] {
  if (orderType === "CHANGE_ENTITY") return [];
  return handed.application.services.map(({ id, kind, serviceFilingNumber }) => ({
    ...{ id, kind },
    keeps: keepsNumbers(orderType) ? (serviceFilingNumber ?? null) : null,
  }));
}

/** Reasons the authority gives, each with what it can point at in this filing. */
export const reasonsFor = (handed: Handed) =>
  rejectionsFor("A").map((reason) => ({
    code: reason.code,
    targets: targetsFor(handed, reason),
  }));

const invalid = (fields: readonly FieldRefusal[]): Refusal => refuse("invalid", { fields });

/** What is wrong with the content of a fact, whatever the state. */
function problem(handover: Handover, fact: HandoverFact, taken: ReadonlySet<string>): Refusal | null {
  if (fact.type === "smsDone" && !handover.required.includes(fact.personId))
    return invalid([{ path: "personId", reason: "handover.no-lead" }]);
  if (fact.type === "conflict") {
    const reason = reasonsFor(handover.handed).find(({ code }) => code === fact.code);
    if (reason?.targets.includes(fact.target) !== true)
      return invalid([{ path: "target", reason: "handover.target" }]);
  }
  if (fact.type === "rejected") {
    const reasons = reasonsFor(handover.handed);
    const fields = fact.items.flatMap(({ code, target }, index): FieldRefusal[] => {
      const reason = reasons.find((one) => one.code === code);
      if (reason === undefined) return [{ path: `items.${index}.code`, reason: "handover.reason" }];
      return reason.targets.includes(target)
        ? []
        : [{ path: `items.${index}.target`, reason: "handover.target" }];
    });
    return fields.length === 0 ? null : invalid(fields);
  }
  if (fact.type === "approved") {
    const { province } = handover.handed.application.entity;
    const { knownEntity } = handover;
    const about = { province: province ?? "", services: numbered(handover), knownEntity, taken };
    const fields = numberProblems(fact, about);
    return fields.length === 0 ? null : invalid(fields);
  }
  return null;
}

const written = (fact: HandoverFact): HandoverFact =>
  fact.type === "approved" ? { ...fact, ...canonicalNumbers(fact) } : fact;

/** One writing for what says the same, whatever the order of its keys. */
const fingerprint = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Was just this recorded before? */
const isKnown = ({ recorded }: Handover, fact: HandoverFact): boolean =>
  recorded.some((one) => fingerprint(one) === fingerprint(fact));

function after(handover: Handover, fact: HandoverFact): Handover {
  const next = { ...handover, recorded: [...handover.recorded, fact] };
  const done = new Set(doneLeads(next));
  const complete = fact.type === "smsDone" && handover.required.every((id) => done.has(id));
  return { ...next, state: complete ? "review" : HANDOVER_TRANSITIONS[fact.type].to };
}

/**
 * Takes a fact, or says why not. What was recorded already is taken again without any effect (`null`): a file read
 * twice changes nothing. `taken` are the numbers that belong to others.
 */
export function decideRecord(
  handover: Handover,
  given: HandoverFact,
  taken: ReadonlySet<string> = new Set(),
): Result<Recorded | null> {
  const fact = written(given);
  if (isKnown(handover, fact)) return ok(null);
  // Taken out once more: everything open may be.
  if (fact.type === "downloaded" && handover.state !== "received" && isOpen(handover.state)) return ok(null);
  if (!HANDOVER_TRANSITIONS[fact.type].from.includes(handover.state))
    return fail(
      refuse("wrong_state", { reason: `handover.in-${handover.state}`, params: { record: fact.type } }),
    );
  if (isForeign(fact.type, handover.orderType))
    return fail(refuse("invalid", { reason: "handover.other-kind" }));
  const wrong = problem(handover, fact, taken);
  return wrong === null ? ok({ fact, next: after(handover, fact) }) : fail(wrong);
}
