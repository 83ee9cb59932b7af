import type { FieldPath, FieldPathValue, FieldValues, UseFormReturn } from "react-hook-form";
import type { ServiceDraft } from "@/lib/filing/application/draft";
import type { PageView } from "./page-view";

/** The sample of this page: the first website of the order gets the first of the websites, and so on. */
export function sampleOf<T>(
  { around, section }: PageView,
  kind: ServiceDraft["kind"],
  samples: readonly T[] | undefined,
): T | undefined {
  const alike = around.services.filter((service) => service.kind === kind);
  return samples?.[alike.findIndex(({ id }) => section === `service:${id}`)];
}

/** Writes what is still empty; what was typed stays. */
export function fillEmpty<F extends FieldValues>(
  { getValues, setValue }: UseFormReturn<F>,
  values: Readonly<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    const path = name as FieldPath<F>;
    const now: unknown = getValues(path);
    if (now === "" || (Array.isArray(now) && now.length === 0))
      setValue(path, value as FieldPathValue<F, FieldPath<F>>, { shouldDirty: true });
  }
}
