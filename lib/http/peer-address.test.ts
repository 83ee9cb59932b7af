import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { resetEnv } from "@/lib/env";
import { clientIp } from "./client-ip";
import { listenForPeers } from "./peer-address";

const before = process.env.PUBLIC_URL;
afterEach(() => {
  process.env.PUBLIC_URL = before ?? "";
  resetEnv();
  listenForPeers();
});

async function seenFrom(headers: Record<string, string>, publicUrl: string): Promise<string> {
  process.env.PUBLIC_URL = publicUrl;
  resetEnv();
  listenForPeers();
  const server = createServer((request, response) => {
    response.end(clientIp(new Headers({ "x-forwarded-for": String(request.headers["x-forwarded-for"]) })));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    return await (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
  } finally {
    server.close();
  }
}

it("is the socket's where nothing stands in front of us, whatever the caller says", async () => {
  expect(await seenFrom({}, "http://localhost:3000")).toBe("127.0.0.1");
  expect(await seenFrom({ "x-forwarded-for": "198.51.100.7" }, "http://localhost:3000")).toBe("127.0.0.1");
});

it("is the nearest proxy's word where one ends TLS for us", async () => {
  const forwarded = { "x-forwarded-for": "10.0.0.1, 198.51.100.7" };
  expect(await seenFrom(forwarded, "https://icp.example.com")).toBe("198.51.100.7");
});
