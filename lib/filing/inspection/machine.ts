import { dayOf } from "../policy/calendar/time";
import { type Refusal, refuse } from "../shared/refusal";
import { fail, ok, type Result } from "../shared/result";
import type { InspectionOrigin, InspectionState } from "./states";

/** An inspection as the machine sees it. */
export interface InspectionRecord {
  readonly state: InspectionState;
  readonly origin: InspectionOrigin;
  /** The first instant at which the time to mend it is over. */
  readonly deadline: number;
  /** When its owner was last reminded, by hand or by the clock. */
  readonly remindedAt: number | null;
  /** Who of the staff opened it; null: the authority's notice did. */
  readonly openedBy: string | null;
  /** The authority's notice that stands behind it, by which it is no word of staff alone. */
  readonly notice: number | null;
  /** What its owner said was mended was looked at once, and was not. */
  readonly sentBack: boolean;
}

export type InspectionCommand =
  /** By hand, at most once a day; by the clock, as planned. */
  | { readonly type: "remind"; readonly byHand: boolean }
  | { readonly type: "extend"; readonly deadline: number }
  /** The owner says what he did. */
  | { readonly type: "answer" }
  /** An approved change of what was wrong. */
  | { readonly type: "heal" }
  | { readonly type: "not_fixed" | "close" }
  /** `by`: who of the staff orders it. */
  | { readonly type: "order"; readonly by: string }
  /** The ordered cancellation came to an end; `gone`: with what it was about. */
  | { readonly type: "order_over"; readonly gone: boolean }
  /** What it was about is not filed, or not served here, any more. */
  | { readonly type: "gone" };

const no = (reason: string): Result<never, Refusal> =>
  fail(refuse("wrong_state", { reason: `inspection.${reason}` }));

/** A whole day belongs to who must act: the deadline begins the day after. */
export const isOverdue = ({ deadline }: Pick<InspectionRecord, "deadline">, now: number): boolean =>
  now >= deadline;

/** OPEN → REPORTED_FIXED → CLOSED, or OPEN → ORDERED → ENDED once its time is over: the state after a command, or why not. */
export function decideInspection(
  record: InspectionRecord,
  command: InspectionCommand,
  now: number,
): Result<InspectionState, Refusal> {
  const { state } = record;
  if (state === "CLOSED") return no("closed");
  if (state === "ENDED") return no("ended");
  if (command.type === "gone") return ok("ENDED");
  if (state === "ORDERED")
    return command.type === "order_over" ? ok(command.gone ? "ENDED" : "OPEN") : no("ordered");
  switch (command.type) {
    case "order_over":
      return no("not-ordered");
    case "remind":
      return remind(record, command.byHand, now);
    case "extend":
      return extend(record, command.deadline, now);
    case "answer":
      // Everybody's word is looked at once, also a late one; said over and over it would keep the order away for ever.
      if (state === "OPEN" && record.sentBack && isOverdue(record, now)) return no("answer-over");
      return state === "OPEN" ? ok("REPORTED_FIXED") : no("answered");
    case "heal":
      return state === "OPEN" ? ok("REPORTED_FIXED") : no("answered");
    case "not_fixed":
      return state === "REPORTED_FIXED" ? ok("OPEN") : no("not-answered");
    case "close":
      return ok("CLOSED");
    case "order":
      // Whoever says that he mended it is looked at first.
      if (state === "REPORTED_FIXED") return no("answer-open");
      if (!isOverdue(record, now)) return no("before-deadline");
      return isOwnFinding(record, command.by) ? no("own-finding") : ok("ORDERED");
  }
}

/** Four eyes: what one of the staff says was found, or typed as the authority's letter, another one orders. */
const isOwnFinding = ({ openedBy, notice }: InspectionRecord, by: string): boolean =>
  notice === null && openedBy === by;

function remind({ state, remindedAt }: InspectionRecord, byHand: boolean, now: number) {
  if (state !== "OPEN") return no("answered");
  const today = byHand && remindedAt !== null && dayOf(remindedAt) === dayOf(now);
  return today ? no("reminded-today") : ok(state);
}

/** The authority's deadline is the authority's. */
function extend({ state, origin, deadline }: InspectionRecord, until: number, now: number) {
  if (origin === "AUTHORITY") return no("authority-deadline");
  return until > deadline && until > now ? ok(state) : no("not-later");
}
