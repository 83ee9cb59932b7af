import { passwordFor } from "../../registry/filing-password";
import { type RefusalCode, refuse } from "../../shared/refusal";
import { pushAt } from "../deadlines";
import type { GuardName } from "../guard-names";
import { isCancellation, isStaffsWord } from "../life";
import type { OrderReason } from "../reasons";
import type { OrderCommandType } from "../types";
import { phoneCheckOf } from "./phone";
import type { CommandOf, Guard } from "./types";

const no = (code: RefusalCode, reason: OrderReason, params?: Record<string, number>) =>
  refuse(code, params ? { reason, params } : { reason });

type Check<T extends OrderCommandType> = (
  command: CommandOf<T>,
  order: Parameters<Guard>[0],
  ctx: Parameters<Guard>[2],
) => ReturnType<Guard>;

/** A guard that looks into the command; it says nothing about other commands. */
const on =
  <T extends OrderCommandType>(types: readonly T[], check: Check<T>): Guard =>
  (order, command, ctx) =>
    (types as readonly OrderCommandType[]).includes(command.type)
      ? check(command as CommandOf<T>, order, ctx)
      : null;

const typeOffered: Guard = (order, command, { policy }) => {
  const type = command.type === "settle_type" ? command.orderType : order.type;
  return policy.provider.orderTypesEnabled.includes(type) ? null : no("invalid", "order.type-not-offered");
};

const withdrawOffered: Guard = (order, _command, { policy }) => {
  const { unclaimedReview, claimedReview } = policy.provider.withdraw;
  if (order.claim === null) return unclaimedReview ? null : no("wrong_state", "order.withdraw-not-offered");
  return claimedReview ? null : no("wrong_state", "order.withdraw-claimed");
};

const abandonOffered: Guard = (order, _command, { policy }) => {
  const { providerReview, readyForAuthority } = policy.provider.abandon;
  const closed =
    (order.state === "PROVIDER_REVIEW" && !providerReview) ||
    (order.state === "READY_FOR_AUTHORITY" && !readyForAuthority);
  return closed ? no("wrong_state", "order.abandon-not-offered") : null;
};

const pushDelayOver: Guard = (order, _command, { policy, now }) =>
  now < pushAt(order, policy) ? no("wrong_state", "order.push-too-early") : null;

const claimedByMe: Guard = (order, _command, { actor }) => {
  if (order.claim === null) return no("wrong_state", "order.not-claimed");
  return order.claim.userId === actor.userId ? null : no("wrong_state", "order.claimed-by-other");
};

/** A supervisor may take an order out of somebody's hands (reassign), and so does the system where they are staff's no more. */
const releasable: Guard = (order, command, ctx) =>
  ctx.actor.kind !== "reviewer" && order.claim !== null ? null : claimedByMe(order, command, ctx);

/** Into other hands than it is in. */
const otherHands = on(["reassign"], ({ userId }, order) =>
  order.claim?.userId === userId ? no("wrong_state", "order.already-theirs") : null,
);

/** No reason in words stands for a look that was not taken. */
const sitesChecked = on(["approve"], ({ uncheckedSites: count }) =>
  count > 0 ? no("invalid", "order.sites-unchecked", { count }) : null,
);

/** Nor for a regulator who was not asked: the province holds the provider to it, not the applicant. */
const qualificationsVerified = on(["approve"], ({ openQualifications: count }) =>
  count > 0 ? no("invalid", "order.qualifications-open", { count }) : null,
);

/** His own missed call; another lead's says nothing about it. */
const callbackOpen = on(["request_callback"], ({ personId }, order) => {
  const callback = order.callbacks[personId];
  if (callback === undefined) return no("wrong_state", "order.no-callback-open");
  return callback.requestedAt === null ? null : no("wrong_state", "order.callback-already-requested");
});

const hasReason = (command: CommandOf<"approve">) => (command.overrideReason ?? "").trim() !== "";

/** Every lead must have been reached, unless the reviewer says in words why it does not matter. */
const phoneReached = on(["approve"], (command, order, { policy }) => {
  if (hasReason(command)) return null;
  const { missing, unreached } = phoneCheckOf(order, command.leads, policy);
  if (unreached) return no("invalid", "order.phone-not-reached");
  return missing ? no("invalid", "order.phone-missing") : null;
});

const errorsClosed = on(["approve"], (command, _order, { actor }) => {
  if (command.openErrors <= 0) return null;
  if (!hasReason(command)) return no("invalid", "order.errors-open", { count: command.openErrors });
  return actor.kind === "supervisor" ? null : no("forbidden", "order.override-supervisor-only");
});

/** Only the provider's own wish keeps a cancellation back; shipped, nothing does (DF §12 #6). Its own is not its holder's to end. */
const revocable: Guard = (order, _command, { policy }) =>
  policy.provider.cancel.revocableUntil === "authority" && order.ordered !== true
    ? null
    : no("wrong_state", "order.irrevocable");

/** Whoever must prove himself by a code is not passed over. */
const withoutCodes: Guard = (order) =>
  order.type === "CANCEL_ACCESS" ? null : no("wrong_state", "order.sms-needed");

/** Staff's word counts where no code reaches anybody, and is staff's alone: an applicant cannot give it himself. */
const byWhoMay = on(["confirm"], ({ by }, _order, { actor }) =>
  isStaffsWord(by) === (actor.kind !== "applicant") ? null : no("forbidden", "order.wrong-actor"),
);

/**
 * What the provider wants along with it, the authority would miss. Staff carry out what its owner proved otherwise: papers
 * and a call stand for what he can no longer have sent to him (DF §11.4).
 */
const passwordGiven = on(["confirm"], ({ by, password }, { type }, { policy }) => {
  const wanted = !isStaffsWord(by) && isCancellation(type) && passwordFor(type, policy) === "required";
  return wanted && password !== true
    ? refuse("invalid", { path: "password", reason: "order.password-missing" satisfies OrderReason })
    : null;
});

export const GUARDS: Readonly<Record<GuardName, Guard>> = {
  typeOffered,
  withdrawOffered,
  abandonOffered,
  pushDelayOver,
  claimedByMe,
  releasable,
  revocable,
  withoutCodes,
  byWhoMay,
  passwordGiven,
  otherHands,
  sitesChecked,
  qualificationsVerified,
  callbackOpen,
  phoneReached,
  errorsClosed,
  findingsClosed: on(["submit"], ({ blockingFindings: count }) =>
    count > 0 ? no("invalid", "order.findings-open", { count }) : null,
  ),
  correctionsAnswered: on(["submit"], ({ unansweredCorrections: count }) =>
    count > 0 ? no("invalid", "order.corrections-unanswered", { count }) : null,
  ),
  declarationsAccepted: on(["submit"], (command) =>
    command.declarationsAccepted ? null : no("invalid", "order.declarations-missing"),
  ),
  notHandedOver: (order) =>
    order.pushed === null || order.state !== "READY_FOR_AUTHORITY"
      ? null
      : no("wrong_state", "order.handed-over"),
  handedOver: (order) => (order.pushed === null ? no("wrong_state", "order.not-handed-over") : null),
  unclaimed: (order, _command, { actor }) =>
    order.claim === null || order.claim.userId === actor.userId
      ? null
      : no("wrong_state", "order.claimed-by-other"),
  itemsGiven: on(["reject", "sms_needs_change", "authority_reject"], ({ items }) =>
    items.length === 0 ? no("invalid", "order.items-missing") : null,
  ),
  leadsNamed: on(["sms_started"], ({ required }) =>
    required.length === 0 ? no("invalid", "order.sms-nobody") : null,
  ),
  leadRequired: on(["sms_done"], ({ personId }, order) =>
    order.sms?.required.includes(personId) ? null : no("invalid", "order.sms-not-required"),
  ),
};
