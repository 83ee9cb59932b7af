import "server-only";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { env } from "@/lib/env";
import { isMetadataAddress, isPublicAddress } from "./address";
import { OutboundError } from "./errors";

export interface Address {
  readonly address: string;
  readonly family: number;
}
/** All addresses of a name. Tests bring their own. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** Hosts of the operator's own network, by name or by name and port: `OUTBOUND_ALLOW`. */
const isAllowedHost = ({ hostname, host }: URL): boolean =>
  env.OUTBOUND_ALLOW.some((allowed) => allowed === hostname || allowed === host);

/** A web address we would call at all, before its name is looked up; null: not one. */
export function callableUrl(text: string, trusted = false): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return null;
  const open = trusted || isAllowedHost(url);
  if (url.protocol === "http:") {
    if (env.MODE === "production" && !open) return null;
  } else if (url.protocol !== "https:") return null;
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isMetadataAddress(literal)) return null;
  return isIP(literal) !== 0 && !open && !isPublicAddress(literal) ? null : url;
}

/**
 * Where a call goes: the name is looked up once, every address it has must be public, and the connection is made to
 * these and no others. A name with one private address is refused whole: it is a trick or a mistake. Link-local
 * addresses and the clouds' metadata are refused to everybody, the operator's own settings included.
 */
export async function addressesOf(url: URL, resolve: Resolve, trusted: boolean): Promise<readonly Address[]> {
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(literal);
  if (family !== 0) return [{ address: literal, family }];
  const found = await resolve(url.hostname).catch(() => {
    throw new OutboundError("ECONNECTION");
  });
  if (found.length === 0) throw new OutboundError("ECONNECTION");
  const open = trusted || isAllowedHost(url);
  if (
    found.some(({ address }) => isMetadataAddress(address)) ||
    !(open || found.every(({ address }) => isPublicAddress(address)))
  )
    throw new OutboundError("EBLOCKED");
  return found;
}
