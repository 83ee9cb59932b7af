import type { OrderEvent } from "@/lib/filing/lifecycle/types";

/** The request on the manual path a cancellation carries out (DF §11.4); null: somebody confirmed it himself. */
export function requestOf(events: readonly { readonly event: OrderEvent }[]): string | null {
  for (const { event } of events) if (event.type === "confirmed") return event.requestId ?? null;
  return null;
}

/** The inspection it was ordered after; null: it was not ordered by the provider. */
export function inspectionOf(events: readonly { readonly event: OrderEvent }[]): string | null {
  for (const { event } of events) if (event.type === "confirmed") return event.inspectionId ?? null;
  return null;
}
