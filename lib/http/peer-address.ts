import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";

const STARTED = "http.server.request.start";

/** Next believes an `X-Forwarded-For` that the caller sent, so without a proxy everybody chose his own address. */
function writePeer(message: unknown): void {
  const { request } = message as { readonly request: IncomingMessage };
  const peer = request.socket.remoteAddress;
  if (peer !== undefined) request.headers["x-forwarded-for"] = peer;
}

/**
 * Over http nothing stands in front of us: the address for rate limits is the socket's. Over https somebody else ends
 * TLS for us (Next does not), and the last entry of the header is his word (see `clientIp`).
 */
export function listenForPeers(): void {
  unsubscribe(STARTED, writePeer);
  if (!env.PUBLIC_URL.startsWith("https://")) subscribe(STARTED, writePeer);
}
