import type { FieldRefusal, Refusal } from "@/lib/filing/shared/refusal";

/** The part of a translator of the namespace `errors` that is used here; both next-intl's and our own have it. */
export interface ErrorsTranslator {
  (key: never, values?: never): string;
  has(key: never): boolean;
}

/**
 * The sentence of a refusal: that of its reason when there is one, else that of its code. The one place where codes
 * become words, for pages, actions and uploads alike.
 */
export function refusalText(
  t: ErrorsTranslator,
  refusal: Pick<Refusal, "code" | "reason" | "params">,
): string {
  const key = `reason.${refusal.reason ?? ""}` as never;
  const known = refusal.reason !== undefined && t.has(key);
  return t(known ? key : (`${refusal.code}.text` as never), { ...refusal.params } as never);
}

/** The sentence beside one field. */
export function fieldRefusalText(t: ErrorsTranslator, field: FieldRefusal): string {
  const key = `reason.${field.reason}` as never;
  return t(t.has(key) ? key : ("invalid.text" as never), { ...field.params } as never);
}
