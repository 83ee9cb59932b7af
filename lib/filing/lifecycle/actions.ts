import type { Policy } from "../policy/types";
import type { Refusal } from "../shared/refusal";
import { decide } from "./decide";
import type { CommandOf } from "./decide/types";
import { mayCommand } from "./transitions";
import type { DecisionActor, OrderCommand, OrderCommandType, OrderSnapshot } from "./types";

export interface AllowedAction {
  readonly command: OrderCommandType;
  readonly allowed: boolean;
  /** Why not (the sentence a disabled button shows); absent when allowed. */
  readonly refusal?: Refusal;
}

type ByPeople = Exclude<
  OrderCommandType,
  | "push"
  | "push_refused"
  | "sms_started"
  | "sms_done"
  | "sms_failed"
  | "authority_approve"
  | "authority_reject"
  | "authority_accept"
  | "authority_cancel"
  | "confirm"
  | "sweep"
>;
type Probes = { readonly [T in ByPeople]: CommandOf<T> };

const ITEM = { id: "probe", code: "OTHER", target: "order" };

/** Whose call can be asked for; without one, whoever was promised a call already says why not. */
function toAskFor({ callbacks }: OrderSnapshot): string {
  const ids = Object.keys(callbacks);
  return ids.find((id) => callbacks[id]?.requestedAt === null) ?? ids[0] ?? "probe";
}

/** What each command looks like when its input is in order: so only the order's own state can refuse it. */
const probesFor = (order: OrderSnapshot): Probes => ({
  save: { type: "save", sections: [] },
  settle_type: { type: "settle_type", orderType: order.type, province: order.province },
  submit: { type: "submit", blockingFindings: 0, declarationsAccepted: true, unansweredCorrections: 0 },
  withdraw: { type: "withdraw" },
  abandon: { type: "abandon" },
  request_callback: { type: "request_callback", personId: toAskFor(order), when: "any" },
  claim: { type: "claim" },
  release: { type: "release" },
  reassign: { type: "reassign", userId: "usr_colleague" },
  phone: { type: "phone", personId: "probe", role: "entity", number: "phone1", outcome: "REACHED_OK" },
  reject: { type: "reject", items: [ITEM] },
  approve: {
    ...{ type: "approve", openErrors: 0, overrideReason: null, leads: [] },
    ...{ uncheckedSites: 0, openQualifications: 0 },
  },
  intercept: { type: "intercept", reason: "probe" },
  resubmit_to_authority: { type: "resubmit_to_authority" },
  sms_needs_change: { type: "sms_needs_change", items: [ITEM] },
});

/**
 * What somebody can do with the order now, and why not the rest: a dry run of `decide` for every command his kind may
 * ever give. `known` replaces a probe where the page knows more (e.g. `submit` with the real number of findings).
 */
export function allowedActions(
  order: OrderSnapshot,
  actor: DecisionActor,
  ctx: { readonly now: number; readonly policy: Policy },
  known: Partial<Probes> = {},
): readonly AllowedAction[] {
  const commands: readonly OrderCommand[] = Object.values({ ...probesFor(order), ...known });
  return commands
    .filter((command) => mayCommand(command.type, actor.kind))
    .map((command) => {
      const decision = decide(order, command, { ...ctx, actor });
      return decision.ok
        ? { command: command.type, allowed: true }
        : { command: command.type, allowed: false, refusal: decision.error };
    });
}
