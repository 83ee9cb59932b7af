import type { CancelType } from "../lifecycle/life";
import type { FilingPassword, Policy } from "../policy/types";

/** Longer than any the authority ever gave; what is longer was never one. */
export const PASSWORD_MAX = 64;

/** Whether a cancellation of this kind goes with the filing password (DF §11.1, §11.2 A); access never did. */
export function passwordFor(type: CancelType, { provider }: Pick<Policy, "provider">): FilingPassword {
  const { entity, service } = provider.cancel.filingPassword;
  if (type === "CANCEL_ENTITY") return entity;
  return type === "CANCEL_SERVICE" ? service : "none";
}

export type PasswordProblem = "password-missing" | "password-form" | "password-not-asked";

/**
 * What is wrong with the password somebody typed. Whether it is the right one, only the authority knows: here it is
 * neither compared nor kept. One that nobody asked for is refused, so that it does not travel for nothing.
 */
export function passwordProblem(asked: FilingPassword, given: string): PasswordProblem | null {
  if (given === "") return asked === "required" ? "password-missing" : null;
  if (asked === "none") return "password-not-asked";
  return given.length > PASSWORD_MAX || /[\s\p{C}]/u.test(given) ? "password-form" : null;
}
