import type { OrderState } from "./states";
import type { OrderEvent, OrderEventType, OrderSnapshot } from "./types";

/** What the store knows of an event beside its content. */
export interface EventMeta {
  /** Order id. */
  readonly id: string;
  /** Business time, epoch ms. */
  readonly at: number;
}

type EventOf<T extends OrderEventType> = Extract<OrderEvent, { type: T }>;
type Change<T extends OrderEventType> = (
  order: OrderSnapshot,
  event: EventOf<T>,
  at: number,
) => Partial<OrderSnapshot>;

/** A new state begins: its clocks start, and nobody holds the order any more. */
const enter = (state: OrderState, at: number): Partial<OrderSnapshot> => ({
  state,
  since: at,
  touchedAt: at,
  claim: null,
  callbacks: {},
  remindedDay: 0,
});

/** A review begins afresh: earlier calls and hand-overs say nothing about it. */
const FRESH_ROUND: Partial<OrderSnapshot> = {
  phone: null,
  calls: {},
  corrections: [],
  sms: null,
  smsFailure: null,
  pushed: null,
};

/** Outcomes after which the lead is still to be called. */
const WAITING_OUTCOMES = ["NO_ANSWER", "CALLBACK_REQUESTED"];

const without = (callbacks: OrderSnapshot["callbacks"], personId: string) =>
  Object.fromEntries(Object.entries(callbacks).filter(([id]) => id !== personId));

function phoned(order: OrderSnapshot, event: EventOf<"phoned">, at: number): Partial<OrderSnapshot> {
  const calls = { ...order.calls, [event.personId]: event.outcome };
  const waiting = WAITING_OUTCOMES.includes(event.outcome);
  return {
    calls,
    phone: event.outcome,
    callbacks: waiting ? order.callbacks : without(order.callbacks, event.personId),
    claim: order.claim && { ...order.claim, activeAt: at },
  };
}

const CHANGES: { readonly [T in OrderEventType]: Change<T> } = {
  created: () => ({}),
  saved: (_order, _event, at) => ({ touchedAt: at }),
  typed: (_order, event, at) => ({ type: event.orderType, province: event.province, touchedAt: at }),
  submitted: (_order, event, at) => ({ ...enter("PROVIDER_REVIEW", at), ...FRESH_ROUND, round: event.round }),
  withdrawn: (_order, _event, at) => enter("DRAFT", at),
  intercepted: (_order, _event, at) => ({ ...enter("DRAFT", at), smsFailure: null }),
  abandoned: (_order, _event, at) => enter("ABANDONED", at),
  claimed: (_order, event, at) => ({ claim: { userId: event.userId, at, activeAt: at } }),
  released: () => ({ claim: null }),
  reassigned: (_order, event, at) => ({ claim: { userId: event.userId, at, activeAt: at } }),
  phoned,
  callback_opened: (order, { personId, role, requestBy }) => ({
    callbacks: {
      ...order.callbacks,
      [personId]: { ...(role ? { role } : {}), requestBy, requestedAt: null, callBy: null },
    },
  }),
  callback_requested: (order, { personId, callBy, when }, at) => ({
    callbacks: {
      ...order.callbacks,
      [personId]: {
        requestBy: at,
        ...order.callbacks[personId],
        requestedAt: at,
        callBy,
        ...(when ? { when } : {}),
      },
    },
  }),
  rejected: (_order, event, at) => ({
    ...enter("PROVIDER_REJECTED", at),
    corrections: event.items,
    sms: null,
    smsFailure: null,
    pushed: null,
  }),
  approved_by_provider: (_order, _event, at) => ({
    ...enter("READY_FOR_AUTHORITY", at),
    pushed: null,
    smsFailure: null,
  }),
  pushed: (_order, event) => ({ pushed: event.sequence }),
  push_refused: (_order, _event, at) => ({ ...enter("PROVIDER_REVIEW", at), pushed: null, smsFailure: null }),
  sms_started: (_order, event, at) => ({
    ...enter("SMS_PENDING", at),
    sms: { required: event.required, done: [], deadline: event.deadline },
    smsFailure: null,
  }),
  sms_done: (order, event) => ({
    sms: order.sms && { ...order.sms, done: [...order.sms.done, event.personId] },
  }),
  sms_completed: (_order, _event, at) => enter("AUTHORITY_REVIEW", at),
  sms_failed: (_order, event, at) => ({ ...enter("SMS_FAILED", at), smsFailure: event.cause }),
  resubmitted_to_authority: (_order, _event, at) => ({
    ...enter("READY_FOR_AUTHORITY", at),
    sms: null,
    pushed: null,
  }),
  authority_approved: (_order, event, at) => ({
    ...enter("APPROVED", at),
    filing: { entityNumber: event.entityNumber, services: event.services },
  }),
  authority_rejected: (_order, event, at) => ({
    ...enter("AUTHORITY_REJECTED", at),
    corrections: event.items,
  }),
  confirmed: (_order, { by, review, round }, at) => ({
    ...enter(review === true ? "PROVIDER_REVIEW" : "READY_FOR_AUTHORITY", at),
    round,
    ...(by === "INSPECTION" && { ordered: true }),
  }),
  authority_accepted: (_order, _event, at) => enter("AUTHORITY_REVIEW", at),
  cancelled: (_order, event, at) => ({
    ...enter("CANCELLED", at),
    filing: { entityNumber: event.entityNumber, services: event.services },
  }),
  returned: (_order, event, at) => ({ ...enter("RETURNED", at), corrections: event.items }),
  reminded: (_order, event) => ({ remindedDay: event.day }),
  lapsed: (_order, _event, at) => enter("DRAFT", at),
  expired: (_order, _event, at) => enter("EXPIRED", at),
  moved: (_order, event) => ({ accountId: event.accountId }),
};

/** The closed list of event types; the catalogue `events` has sentences for each. */
export const ORDER_EVENT_TYPES = Object.keys(CHANGES) as readonly OrderEventType[];

const created = (event: EventOf<"created">, meta: EventMeta): OrderSnapshot => ({
  id: meta.id,
  accountId: event.accountId,
  type: event.orderType,
  province: event.province,
  state: "DRAFT",
  since: meta.at,
  touchedAt: meta.at,
  round: 0,
  claim: null,
  callbacks: {},
  phone: null,
  calls: {},
  corrections: [],
  remindedDay: 0,
  pushed: null,
  sms: null,
  smsFailure: null,
  filing: null,
});

const change = <T extends OrderEventType>(type: T, order: OrderSnapshot, event: EventOf<T>, at: number) =>
  CHANGES[type](order, event, at);

/** The order after one more event. It obeys: whether the event may happen was decided before. */
export function evolve(order: OrderSnapshot | null, event: OrderEvent, meta: EventMeta): OrderSnapshot {
  if (event.type === "created") {
    if (order !== null) throw new Error(`order ${meta.id}: created twice`);
    return created(event, meta);
  }
  if (order === null) throw new Error(`order ${meta.id}: ${event.type} before created`);
  return { ...order, ...change(event.type, order, event, meta.at) };
}

/** The order after several events of one moment. */
export const evolveAll = (order: OrderSnapshot, events: readonly OrderEvent[], at: number): OrderSnapshot =>
  events.reduce((now, event) => evolve(now, event, { id: order.id, at }), order);

/** Rebuilds an order from its whole history, oldest first. */
export function replay(
  id: string,
  history: readonly { readonly event: OrderEvent; readonly at: number }[],
): OrderSnapshot {
  const order = history.reduce<OrderSnapshot | null>(
    (now, { event, at }) => evolve(now, event, { id, at }),
    null,
  );
  if (order === null) throw new Error(`order ${id}: no events`);
  return order;
}
