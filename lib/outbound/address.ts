import "server-only";
import ipaddr from "ipaddr.js";

/** Everything that is routed on the public internet today; what IPv4-compatible and reserved blocks hide is not in it. */
const GLOBAL_V6 = ipaddr.parseCIDR("2000::/3");
/** The clouds' own host agents outside the link-local ranges: Azure (public by number), Alibaba Cloud, AWS over IPv6. */
const METADATA = new Set(["168.63.129.16", "100.100.100.200", "fd00:ec2::254"]);

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

/** Link-local, or a cloud's host agent: nobody's server stands there, and whoever reads it gets the machine's own keys. */
export function isMetadataAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === "linkLocal" || METADATA.has(address.toString());
}
