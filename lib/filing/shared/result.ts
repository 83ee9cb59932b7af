import type { Refusal } from "./refusal";

/** What a use case answers: a value, or a refusal the user can cause. Bugs are thrown, never returned. */
export type Result<T, E = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });
