import "server-only";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

interface ReceivedCall {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** As it came: what a signature is computed over. */
  readonly raw: string;
}

interface Gateway {
  readonly url: string;
  readonly calls: readonly ReceivedCall[];
  /** Answers from now on with this status; "never" leaves the caller waiting. */
  answer(status: number | "never"): void;
  close(): Promise<void>;
}

/** A gateway for text messages on this machine, at a port of its own, that keeps what it is sent. */
export async function openGateway(): Promise<Gateway> {
  const calls: ReceivedCall[] = [];
  let status: number | "never" = 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      calls.push({ method: request.method ?? "", headers: request.headers, raw });
      if (status !== "never") response.writeHead(status, { location: "/elsewhere" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    calls,
    answer(next) {
      status = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
