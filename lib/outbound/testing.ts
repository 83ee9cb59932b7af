import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
}

interface OutsideSystem {
  readonly url: string;
  /** `127.0.0.1:port`, as `OUTBOUND_ALLOW` takes it. */
  readonly host: string;
  readonly calls: readonly ReceivedCall[];
  close(): Promise<void>;
}

export type Behaviour = (response: ServerResponse, call: ReceivedCall, request: IncomingMessage) => void;

/** What answers with this status and body. */
export const saying =
  (status: number, body = "{}", headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);

/** A system of the provider's on this machine, as well-behaved as a test wants it. */
export async function openOutside(behave: Behaviour): Promise<OutsideSystem> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      const call = {
        method: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        raw,
      };
      calls.push(call);
      behave(response, call, request);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/`,
    host,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
