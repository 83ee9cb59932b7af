import "server-only";
import { requireActor } from "@/lib/http/page";
import { type KnownParts, listKnownParts } from "@/lib/usecases/orders/list-known-parts";

/** What this account may use again, masked. Whether the order is there for the asker is told by the page itself. */
export async function knownParts(orderId: string): Promise<KnownParts> {
  const found = await listKnownParts(await requireActor("order.edit.own"), { orderId });
  return found.ok ? found.value : { people: [], entities: [] };
}
