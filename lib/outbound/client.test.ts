import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { resetEnv } from "@/lib/env";
import { BREAK_AFTER, BREAK_MS, type ClientOptions, OutboundClient } from "./client";
import { OutboundError } from "./errors";
import type { Address } from "./target";
import { type Behaviour, openOutside, saying } from "./testing";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const one of open.splice(0)) await one.close();
  delete process.env.OUTBOUND_ALLOW;
  delete process.env.ICP_MODE;
  resetEnv();
});

const allow = (hosts: string) => {
  process.env.OUTBOUND_ALLOW = hosts;
  resetEnv();
};
/** A far side that behaves so, and may be called. */
async function outside(behave: Behaviour) {
  const system = await openOutside(behave);
  open.push(system);
  allow(system.host);
  return system;
}
const get = (url: string) => ({ url, method: "GET" as const, headers: {} });
const codeOf = async (url: string, options: ClientOptions = {}) =>
  new OutboundClient(options).call(get(url)).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof OutboundError ? error.code : error),
  );
const at =
  (...addresses: string[]) =>
  async (): Promise<readonly Address[]> =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("where a call may go", () => {
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://169.254.169.254/latest/meta-data",
    "http://user:secret@sample.cn/",
    "file:///etc/passwd",
    "gopher://sample.cn/",
    "not an address",
  ])("not to %s", async (url) => {
    expect(await codeOf(url, { resolve: at("8.8.8.8") })).toBe("EBLOCKED");
  });

  it.each([[["127.0.0.1"]], [["8.8.8.8", "10.0.0.1"]], [["fd00::1"]], [["::ffff:127.0.0.1"]]])(
    "not to a name that means %j",
    async (addresses) => {
      expect(await codeOf("https://sample.cn/", { resolve: at(...addresses) })).toBe("EBLOCKED");
    },
  );

  it.each([
    ["http://169.254.169.254/", "8.8.8.8"],
    ["http://100.100.100.200/", "8.8.8.8"],
    ["http://inventory.internal/", "169.254.169.254"],
    ["http://inventory.internal/", "fe80::1"],
    ["http://inventory.internal/", "::ffff:169.254.169.254"],
  ])("never to what is nobody's server, though the operator named it: %s is %s", async (url, address) => {
    expect(await codeOf(url, { resolve: at(address), trusted: true })).toBe("EBLOCKED");
    allow(new URL(url).host);
    expect(await codeOf(url, { resolve: at(address) })).toBe("EBLOCKED");
  });

  it("in production only with TLS, unless the operator allows the host", async () => {
    process.env.ICP_MODE = "production";
    resetEnv();
    const system = await openOutside(saying(200));
    open.push(system);
    const options = { resolve: at("127.0.0.1") };
    const named = system.url.replace("127.0.0.1", "inventory.internal");
    expect(await codeOf(named, options)).toBe("EBLOCKED");
    allow("inventory.internal");
    expect(await codeOf(named, options)).toBe(200);
    allow(`other.internal, ${new URL(named).host}`);
    expect(await codeOf(named, options)).toBe(200);
    allow("inventory.internal:1");
    expect(await codeOf(named, options)).toBe("EBLOCKED");
    expect(system.calls).toHaveLength(2);
  });

  it("connects to the address that was checked, though the name means another one a moment later", async () => {
    const system = await openOutside(saying(200));
    open.push(system);
    const { port } = new URL(system.url);
    allow("rebinding.invalid");
    let asked = 0;
    // A name server of somebody who means harm: every answer is another address. Nobody listens at the second.
    const resolve = async () => {
      asked += 1;
      return at(`127.0.0.${asked}`)();
    };
    expect(await codeOf(`http://rebinding.invalid:${port}/`, { resolve })).toBe(200);
    expect([asked, system.calls.length]).toEqual([1, 1]);
    expect(await codeOf(`http://rebinding.invalid:${port}/`, { resolve })).toBe("ECONNECTION");
  });

  it("follows no redirect", async () => {
    const trap = await openOutside(saying(200));
    open.push(trap);
    const system = await outside(saying(302, "", { location: trap.url }));
    expect(await codeOf(system.url)).toBe(302);
    expect(trap.calls).toEqual([]);
  });
});

describe("a far side that misbehaves", () => {
  it("silent: waited for so long and no longer", async () => {
    const system = await outside(() => undefined);
    expect(await codeOf(system.url, { totalMs: 80 })).toBe("ETIMEDOUT");
  });

  it("slow: drop by drop is not an answer in time either", async () => {
    const system = await outside((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 5);
      response.once("close", () => clearInterval(drip));
    });
    expect(await codeOf(system.url, { totalMs: 120 })).toBe("ETIMEDOUT");
  });

  it("a name server that never answers", async () => {
    const resolve = () => new Promise<readonly Address[]>(() => undefined);
    expect(await codeOf("https://sample.cn/", { resolve, totalMs: 50 })).toBe("ETIMEDOUT");
  });

  it("takes the line and says nothing in TLS", async () => {
    const lines: Socket[] = [];
    const sockets = createServer((line) => lines.push(line)).listen(0, "127.0.0.1");
    await new Promise((resolve) => sockets.once("listening", resolve));
    const { port } = sockets.address() as { port: number };
    open.push({
      close: () =>
        new Promise((resolve) => {
          for (const line of lines) line.destroy();
          sockets.close(() => resolve());
        }),
    });
    allow("127.0.0.1");
    expect(await codeOf(`https://127.0.0.1:${port}/`, { connectMs: 60, totalMs: 5_000 })).toBe("ETIMEDOUT");
  });

  it("hangs up in the middle", async () => {
    const system = await outside((response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    expect(await codeOf(system.url)).toBe("ECONNECTION");
  });

  it("is not there", async () => {
    const system = await outside(saying(200));
    await system.close();
    open.splice(0);
    expect(await codeOf(system.url)).toBe("ECONNECTION");
  });

  it("sends more than anybody asked for", async () => {
    const system = await outside((response) => response.end("x".repeat(101)));
    expect(await codeOf(system.url, { maxBytes: 100 })).toBe("ETOOLARGE");
    expect(await codeOf(system.url, { maxBytes: 101 })).toBe(200);
    expect(await codeOf(system.url, { maxBytes: 0 })).toBe(200);
  });
});

describe("second tries", () => {
  const failing =
    (times: number): Behaviour =>
    (response) => {
      left -= 1;
      response.writeHead(left >= 0 && times > 0 ? 503 : 200).end();
    };
  let left = 0;

  it.each([
    [2, true, 200, 3],
    [3, true, 503, 3],
    [1, false, 503, 1],
  ])("%i failures, idempotent %s: %i after %i calls", async (times, idempotent, status, calls) => {
    left = times;
    const system = await outside(failing(times));
    expect(await codeOf(system.url, { idempotent })).toBe(status);
    expect(system.calls).toHaveLength(calls);
  });

  it("all within the time of one", async () => {
    const system = await outside(() => undefined);
    const before = performance.now();
    expect(await codeOf(system.url, { idempotent: true, totalMs: 150 })).toBe("ETIMEDOUT");
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(system.calls).toHaveLength(1);
  });

  it("have a share of the time: who is slow once is asked again", async () => {
    let n = 0;
    const system = await outside((response) => {
      n += 1;
      if (n > 1) response.end("{}");
    });
    expect(await codeOf(system.url, { idempotent: true, totalMs: 2_000, tryMs: 80 })).toBe(200);
    expect(system.calls).toHaveLength(2);
  });

  it("end with the time a caller has, if that is less", async () => {
    const system = await outside(() => undefined);
    const client = new OutboundClient({ idempotent: true, totalMs: 10_000 });
    await expect(client.call(get(system.url), 80)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  });

  it("none of what was answered, however badly", async () => {
    const system = await outside(saying(404));
    expect(await codeOf(system.url, { idempotent: true })).toBe(404);
    expect(system.calls).toHaveLength(1);
  });
});

describe("the breaker", () => {
  it("opens after so many failures in a row, asks once after its pause, and closes when that went well", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    let status = 500;
    const system = await outside((response) => response.writeHead(status).end());
    const client = new OutboundClient();
    const call = () =>
      client.call(get(system.url)).then(
        (answer) => answer.status,
        (error: unknown) => (error instanceof OutboundError ? error.code : error),
      );
    for (let n = 0; n < BREAK_AFTER; n += 1) expect(await call()).toBe(500);
    expect(await call()).toBe("ECIRCUIT");
    vi.setSystemTime(Date.now() + BREAK_MS - 1);
    expect(await call()).toBe("ECIRCUIT");
    expect(system.calls).toHaveLength(BREAK_AFTER);
    vi.setSystemTime(Date.now() + 1);
    expect(await call()).toBe(500);
    expect(await call()).toBe("ECIRCUIT");
    vi.setSystemTime(Date.now() + BREAK_MS);
    status = 200;
    expect([await call(), await call()]).toEqual([200, 200]);
    expect(system.calls).toHaveLength(BREAK_AFTER + 3);
  });

  it("does not open for failures with successes between them, nor for refusals", async () => {
    let n = 0;
    const system = await outside((response) => {
      n += 1;
      response.writeHead(n % BREAK_AFTER === 0 ? 200 : 500).end();
    });
    const client = new OutboundClient();
    for (let i = 0; i < 3 * BREAK_AFTER; i += 1) await client.call(get(system.url));
    expect(system.calls).toHaveLength(3 * BREAK_AFTER);
    const refusing = await outside(saying(400));
    for (let i = 0; i < 2 * BREAK_AFTER; i += 1) await client.call(get(refusing.url));
    expect(refusing.calls).toHaveLength(2 * BREAK_AFTER);
  });
});
