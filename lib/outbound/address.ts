import "server-only";
import ipaddr from "ipaddr.js";

/** Everything that is routed on the public internet today; what IPv4-compatible and reserved blocks hide is not in it. */
const GLOBAL_V6 = ipaddr.parseCIDR("2000::/3");
/** Public by number, but the cloud's own host agent behind it. */
const METADATA = new Set(["168.63.129.16"]);

/**
 * Is this an address of the public internet? Loopback, private, link-local (with it the clouds' metadata), carrier,
 * multicast and reserved ranges are not, nor is any form of IPv6 that carries such an IPv4 address or is translated.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // An IPv4-mapped address is what it maps to.
  const address = ipaddr.process(text);
  if (address.range() !== "unicast" || METADATA.has(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_V6);
}
