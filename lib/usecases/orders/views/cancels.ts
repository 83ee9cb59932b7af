import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { titleOf } from "@/lib/filing/application/draft-sections";
import { lifeOf } from "@/lib/filing/lifecycle/life";
import type { OrderSnapshot } from "@/lib/filing/lifecycle/types";

/** What a cancellation takes off the register, as it was filed. */
export interface CancelsView {
  readonly entityNumber: string;
  readonly services: readonly { readonly title: string; readonly number: string }[];
}

/** Null for orders that file something; without names once the order's data were erased. */
export function cancelsOf({ type, filing }: OrderSnapshot, app: ApplicationDraft): CancelsView | null {
  if (lifeOf(type) === "filing") return null;
  return {
    entityNumber: app.entity.recordNumber ?? filing?.entityNumber ?? "",
    services: app.services.flatMap((service) =>
      service.serviceFilingNumber === undefined
        ? []
        : [{ title: titleOf(service), number: service.serviceFilingNumber }],
    ),
  };
}
