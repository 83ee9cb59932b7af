import "server-only";
import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { OutboundError } from "./errors";
import { type Address, addressesOf, callableUrl, type Resolve } from "./target";

export interface Call {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly encoding: string;
  readonly body: Buffer;
}

export interface Limits {
  /** Until the line stands, with TLS. */
  readonly connectMs: number;
  /** Until the last byte, name look-up included. */
  readonly totalMs: number;
  /** Of the answer; 0: nobody reads it, so nobody waits for it. */
  readonly maxBytes: number;
  /** The operator named this address in the environment: it may be of his own network. */
  readonly trusted: boolean;
  readonly resolve: Resolve;
}

const known = (error: unknown): OutboundError =>
  error instanceof OutboundError ? error : new OutboundError("ECONNECTION");

/** Hands out the addresses that were checked, whatever the name may mean by now. */
const pinned =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, done) => {
    if (options.all) return done(null, [...addresses]);
    const [first] = addresses;
    return done(null, first?.address ?? "", first?.family ?? 4);
  };

async function read(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  if (maxBytes === 0) return Buffer.alloc(0);
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new OutboundError("ETOOLARGE");
    chunks.push(chunk);
  }
  if (!message.complete) throw new OutboundError("ECONNECTION");
  return Buffer.concat(chunks);
}

/** One exchange with the far side, without second try. A redirect is an answer like any other: nobody follows it. */
function exchange(url: URL, call: Call, addresses: readonly Address[], limits: Limits, ends: number) {
  return new Promise<Answer>((resolve, reject) => {
    const options: RequestOptions = {
      method: call.method,
      // A line of its own: one that is kept could be to an address checked long ago.
      agent: false,
      lookup: pinned(addresses),
      headers: {
        ...call.headers,
        ...(call.body === undefined ? {} : { "Content-Length": Buffer.byteLength(call.body) }),
        "Accept-Encoding": "identity",
        "User-Agent": "icp-filing-console",
      },
    };
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, options);
    const late = () => request.destroy(new OutboundError("ETIMEDOUT"));
    const total = setTimeout(late, Math.max(1, ends - performance.now()));
    const connect = setTimeout(late, limits.connectMs);
    const settle = (act: () => void) => {
      clearTimeout(total);
      clearTimeout(connect);
      act();
    };
    request.once("socket", (socket) =>
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(connect)),
    );
    request.once("error", (error) => settle(() => reject(known(error))));
    request.once("response", (message) => {
      const { statusCode = 0, headers } = message;
      // What ends it while it is read ends the reading, too.
      request.on("error", (error) => message.destroy(error));
      read(message, limits.maxBytes)
        .then((body) =>
          settle(() =>
            resolve({
              status: statusCode,
              contentType: headers["content-type"] ?? "",
              encoding: headers["content-encoding"] ?? "identity",
              body,
            }),
          ),
        )
        .catch((error: unknown) => settle(() => reject(known(error))))
        .finally(() => request.destroy());
    });
    request.end(call.body);
  });
}

/** Gives up after so long, whatever the other one does. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutboundError("ETIMEDOUT")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A call to another system, safe against where its address may lead. @throws OutboundError */
export async function send(call: Call, limits: Limits): Promise<Answer> {
  const ends = performance.now() + limits.totalMs;
  const url = callableUrl(call.url, limits.trusted);
  if (url === null) throw new OutboundError("EBLOCKED");
  const addresses = await within(limits.totalMs, addressesOf(url, limits.resolve, limits.trusted));
  return exchange(url, call, addresses, limits, ends);
}
