import { type Refusal, refuse } from "../shared/refusal";
import { fail, ok, type Result } from "../shared/result";
import { isOver, type ManualCall, type ManualState } from "./states";

export interface ManualRequest {
  readonly state: ManualState;
  /** Slots nobody has filled yet. */
  readonly missing: number;
}

export type ManualCommand =
  | { readonly type: "fill" | "submit" }
  | { readonly type: "call"; readonly outcome: ManualCall }
  | { readonly type: "refuse" | "execute" }
  | { readonly type: "withdraw" | "lapse" };

const no = (reason: string): Result<never, Refusal> =>
  fail(refuse("wrong_state", { reason: `manual.${reason}` }));

/**
 * PREPARING → SUBMITTED → PHONE_VERIFIED → EXECUTED | REFUSED (DF §11.4). Documents alone prove nothing: nothing is
 * executed before the person himself said yes on the phone, and his no ends it. Its holder may take it back until it is
 * carried out; time ends only what waits for him, for what was handed in waits for staff.
 */
export function decideManual(request: ManualRequest, command: ManualCommand): Result<ManualState> {
  const { state } = request;
  if (isOver(state)) return no("over");
  switch (command.type) {
    case "fill":
      return state === "PREPARING" ? ok(state) : no("submitted");
    case "submit":
      if (state !== "PREPARING") return no("submitted");
      return request.missing === 0 ? ok("SUBMITTED") : no("missing");
    case "call":
      if (state !== "SUBMITTED") return no(state === "PREPARING" ? "not-submitted" : "verified");
      return ok(AFTER_CALL[command.outcome]);
    case "refuse":
      return state === "PREPARING" ? no("not-submitted") : ok("REFUSED");
    case "execute":
      return state === "PHONE_VERIFIED" ? ok("EXECUTED") : no("not-verified");
    case "withdraw":
      return ok("WITHDRAWN");
    case "lapse":
      return state === "PREPARING" ? ok("LAPSED") : no("submitted");
  }
}

const AFTER_CALL: Readonly<Record<ManualCall, ManualState>> = {
  CONFIRMED: "PHONE_VERIFIED",
  DENIED: "REFUSED",
  // Tried again: who was not reached has not said no.
  NOT_SELF: "SUBMITTED",
  NO_ANSWER: "SUBMITTED",
};
