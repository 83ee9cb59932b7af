import { addNaturalDays } from "../policy/calendar";
import type { Policy } from "../policy/types";
import type { ServerRecord } from "../rules/facts";
import { type Refusal, refuse } from "../shared/refusal";
import { fail, ok, type Result } from "../shared/result";

/** What is written down; `EXPIRED` is not: a server that is renewed makes its codes good again (DF §4.3). */
export const CODE_STATES = ["UNUSED", "IN_USE", "USED"] as const;
export type CodeState = (typeof CODE_STATES)[number];
/** What people are shown. */
export type ShownCodeState = CodeState | "EXPIRED";

/** The service of an order a code stands in. */
export interface CodePlace {
  readonly orderId: string;
  readonly serviceId: string;
}

/** A code as the machine sees it: never the code itself. */
export interface CodeRecord {
  readonly state: CodeState;
  /** The account that may use it. */
  readonly targetAccountId: string;
  readonly resourceId: string;
  /** Where it is in use, or was used. */
  readonly place: CodePlace | null;
  /** Filing number of the service it was used for. */
  readonly usedFor: string | null;
}

export type CodeCommand =
  | { readonly type: "take"; readonly accountId: string; readonly place: CodePlace }
  | { readonly type: "release" }
  | { readonly type: "use"; readonly number: string }
  | { readonly type: "bind"; readonly accountId: string }
  /** The service it was used for went to another account. */
  | { readonly type: "follow"; readonly accountId: string }
  | { readonly type: "repoint"; readonly resourceId: string }
  | { readonly type: "delete" };

const no = (reason: string): Result<never, Refusal> =>
  fail(refuse("wrong_state", { reason: `lending.${reason}` }));

const samePlace = (a: CodePlace | null, b: CodePlace): boolean =>
  a !== null && a.orderId === b.orderId && a.serviceId === b.serviceId;

/**
 * UNUSED → IN_USE → USED, back to UNUSED when the order ends without a filing (DF §4.3). Null: the code is gone.
 * Taking what one holds already changes nothing, so a save that is repeated is no second use.
 */
export function decideCode(code: CodeRecord, command: CodeCommand): Result<CodeRecord | null> {
  const unused = code.state === "UNUSED";
  switch (command.type) {
    case "take":
      // The same answer as for no code at all: nobody learns of codes that are not his.
      if (code.targetAccountId !== command.accountId) return fail(refuse("not_found"));
      if (code.state === "IN_USE" && samePlace(code.place, command.place)) return ok(code);
      return unused ? ok({ ...code, state: "IN_USE", place: command.place }) : no("taken");
    case "release":
      return code.state === "IN_USE" ? ok({ ...code, state: "UNUSED", place: null }) : no("not-in-use");
    case "use":
      return code.state === "IN_USE"
        ? ok({ ...code, state: "USED", usedFor: command.number })
        : no("not-in-use");
    case "bind":
      return unused || command.accountId === code.targetAccountId
        ? ok({ ...code, targetAccountId: command.accountId })
        : no("bound");
    case "follow":
      return code.state === "USED" ? ok({ ...code, targetAccountId: command.accountId }) : no("not-in-use");
    case "repoint":
      // The order names the address of the server: it must not change under the eyes of who judges it.
      return code.state === "IN_USE" ? no("repoint-in-use") : ok({ ...code, resourceId: command.resourceId });
    case "delete":
      return unused ? ok(null) : no("delete-used");
  }
}

/** Does the server still live long enough? One that is gone does not. */
export function isCodeAlive(
  server: Pick<ServerRecord, "expiresAt"> | null,
  at: number,
  policy: Policy,
): boolean {
  const least = addNaturalDays(at, policy.provider.resourceMinRemainingDays);
  return server !== null && server.expiresAt >= least;
}

/** A used code stays used, whatever becomes of its server: its filing is there. */
export const shownState = (state: CodeState, alive: boolean): ShownCodeState =>
  alive || state === "USED" ? state : "EXPIRED";
