import { type Place, serviceIdOf } from "@/lib/filing/application/draft-sections";

/** The page of a place, below `/console/orders/<id>`. */
export function hrefOf(orderId: string, place: Place): string {
  const base = `/console/orders/${orderId}`;
  const service = serviceIdOf(place);
  if (service !== undefined) return `${base}/services/${service}`;
  if (place === "people") return `${base}/leads`;
  return place === "order" ? base : `${base}/${place}`;
}
