import type { Refusal } from "@/lib/filing/shared/refusal";

/** What a server action answers, as components see it; pages hand the actions down. */
export type Answer<V = unknown> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly error: Refusal };
export type Action<V = unknown> = (raw: unknown) => Promise<Answer<V>>;
