import { type Place, serviceIdOf } from "@/lib/filing/application/draft-sections";

/** The name of a page of an order; a service goes by its own name. */
export function placeTitle(
  orders: (key: string) => string,
  place: Place | "check",
  title: string | null,
): string {
  if (serviceIdOf(place) === undefined) return orders(`place.${place}`);
  return title ? `${orders("place.service")} · ${title}` : orders("place.service");
}
