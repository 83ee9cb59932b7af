import type { OrderEvent, OrderSnapshot } from "@/lib/filing/lifecycle/types";

export interface TellableOrder {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  /** What the provider's other systems call its holder. */
  readonly customer: string | null;
  readonly snapshot: OrderSnapshot;
}

const iso = (at: number): string => new Date(at).toISOString();

/** The event's own figures: counts, codes, numbers, times. No name, no contact, no text anybody wrote. */
function detailsOf(event: OrderEvent): Readonly<Record<string, unknown>> {
  switch (event.type) {
    case "submitted":
      return { round: event.round };
    case "rejected":
      return { automatic: event.automatic, items: event.items.map(({ code, target }) => ({ code, target })) };
    case "authority_rejected":
      return { items: event.items.map(({ code, target }) => ({ code, target })) };
    case "pushed":
      return { sequence: event.sequence };
    case "push_refused":
      return { code: event.code };
    case "sms_started":
      return { people: event.required.length, deadline: iso(event.deadline) };
    case "sms_failed":
      return { cause: event.cause };
    case "resubmitted_to_authority":
      return { automatic: event.automatic };
    case "authority_approved":
      return { entityNumber: event.entityNumber, services: event.services };
    default:
      return {};
  }
}

/** The body of a call, as it is signed and sent, the same at every try. */
export const messageOf = (order: TellableOrder, event: OrderEvent, seq: number, at: number): string =>
  JSON.stringify({
    type: `order.${event.type}`,
    timestamp: iso(at),
    data: {
      seq,
      order: {
        id: order.id,
        number: order.number,
        type: order.snapshot.type,
        province: order.snapshot.province,
        state: order.snapshot.state,
        round: order.snapshot.round,
      },
      account: { id: order.accountId, customer: order.customer },
      ...detailsOf(event),
    },
  });
