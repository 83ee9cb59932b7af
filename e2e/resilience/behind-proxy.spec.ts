import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { REGISTRATION_DECLARATIONS } from "@/lib/filing/policy/declarations";
import { NO_PROFILE } from "@/lib/provider/profile";
import { test as base, expect } from "../fixtures";
import { actionsOfBuild, Caller } from "../support/caller";
import { dataRoot, root } from "../support/paths";
import { startServer, type TestServer } from "../support/server";

// The production build as it is run for real: production mode, data and keys of its own, a proxy in front that ends TLS.
const NAME = "icp.example.cn";
const PUBLIC_URL = `https://${NAME}`;
const OURS = { origin: PUBLIC_URL, "sec-fetch-site": "same-origin" };
const EVIL = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
const ADMIN = { email: "boss@icp.example.cn", password: "correct horse battery 9" };
const key = () => randomBytes(32).toString("base64");

interface Console {
  readonly server: TestServer;
  /** What the proxy answers at; the console believes that people type PUBLIC_URL. */
  readonly site: { readonly url: string };
  /** The first administrator's link, as the command printed it. */
  readonly link: URL;
}

/** What scripts/deploy/nginx.conf does: the name people typed, TLS told, the last hop written down. */
async function openProxy(port: number) {
  const proxy = createServer((incoming, outgoing) => {
    const { "x-middleware-subrequest": _, ...headers } = incoming.headers;
    const hops = [incoming.headers["x-forwarded-for"], incoming.socket.remoteAddress].filter(Boolean);
    const upstream = request(
      {
        ...{ host: "localhost", port, method: incoming.method, path: incoming.url },
        headers: {
          ...headers,
          host: NAME,
          "x-forwarded-host": NAME,
          "x-forwarded-proto": "https",
          "x-forwarded-for": hops.join(", "),
        },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    upstream.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(upstream);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, close: () => proxy.close() };
}

const test = base.extend<object, { live: Console }>({
  live: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use, worker) => {
      const settings = {
        ...{
          ICP_MODE: "production",
          PUBLIC_URL,
          DATA_DIR: `${dataRoot}/workers/production-${worker.workerIndex}`,
        },
        ...{ ICP_MASTER_KEY: key(), ICP_BLIND_INDEX_KEY: key(), ICP_AUTH_SECRET: key() },
        ICP_SERVER_ACTIONS_KEY: key(),
      };
      rmSync(settings.DATA_DIR, { recursive: true, force: true });
      const args = ["scripts/operate.mjs", "admin", "--email", ADMIN.email, "--name", "王五"];
      const made = spawnSync(process.execPath, args, {
        cwd: root,
        env: { ...process.env, ...settings },
        encoding: "utf8",
      });
      expect(made.status, made.stderr).toBe(0);
      const link = new URL(made.stdout.split("\n")[0] ?? "");
      const server = await startServer(`proxy-${worker.workerIndex}`, settings);
      const { url, close } = await openProxy(server.port);
      await use({ server, site: { url }, link });
      close();
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test.describe.configure({ mode: "serial" });

const actionNamed = (name: string) => {
  const found = actionsOfBuild().find((entry) => entry.name.endsWith(`#${name}`));
  if (found === undefined) throw new Error(`no action ${name}`);
  return found;
};

test("the first administrator comes in by his link, and what he is given never leaves TLS", async ({
  live,
}) => {
  const { site, link } = live;
  expect(link.origin).toBe(PUBLIC_URL);
  const page = await Caller.anonymous(site).fetch("GET", link.pathname + link.search);
  expect(page.status).toBe(200);
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("upgrade-insecure-requests");
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']{16,}' 'strict-dynamic';/);
  expect(page.headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
  expect(page.headers.get("x-powered-by")).toBeNull();

  const boss = Caller.anonymous(site);
  const token = link.searchParams.get("t") ?? "";
  const agreed = Object.fromEntries(REGISTRATION_DECLARATIONS.map(({ id, version }) => [id, version]));
  const accept = { token, name: "王五", password: ADMIN.password, ...agreed };
  const refused = await boss.action(actionNamed("acceptAsNewStaffAction"), [accept], EVIL);
  expect(refused.ok, "nobody else's page spends the link").not.toBe(true);
  expect(await boss.action(actionNamed("acceptAsNewStaffAction"), [accept], OURS)).toMatchObject({
    ok: true,
  });
});

test("signing in gives cookies that no other place can have, and opens his pages", async ({
  live: { site },
}) => {
  const boss = Caller.anonymous(site);
  const answer = await boss.credentials({ ...ADMIN, password: "guess" }, OURS);
  expect((await answer.json()).url).toContain("error=unauthenticated");
  const good = await boss.credentials(ADMIN, OURS);
  expect((await good.json()).url).not.toContain("error=");
  const session = good.headers.getSetCookie().find((line) => line.startsWith("__Host-icp.session="));
  for (const part of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(session).toContain(part);
  expect(session).not.toContain("Domain=");
  for (const [path, status] of [
    ["/review/staff", 200],
    ["/review/settings", 200],
    ["/console", 403],
    ["/sandbox", 404],
  ] as const)
    expect((await boss.fetch("GET", path)).status, path).toBe(status);
  const away = await Caller.anonymous(site).fetch("GET", "/review/staff");
  expect([away.status, away.headers.get("location")]).toEqual([307, "/sign-in?next=%2Freview%2Fstaff"]);

  // With his cookie, from somebody else's page: refused by Origin, not for want of rights.
  const change = actionNamed("changeProfileAction");
  const profile = { ...NO_PROFILE, nameZh: "样例云", revision: 0 };
  expect((await boss.action(change, [profile], EVIL)).ok).not.toBe(true);
  // The same from a page of ours; had the forged one gone through, the revision would be another.
  expect(await boss.action(change, [profile], OURS)).toMatchObject({ ok: true });
});

test("who comes through the proxy is counted by what the proxy saw, not by what he says", async ({
  live: { site },
}) => {
  const codes: string[] = [];
  for (let n = 0; n < 121 && !codes.at(-1)?.includes("too_many"); n += 1) {
    const from = { ...OURS, "x-forwarded-for": `198.51.100.${n}` };
    const guess = { email: `nobody${n}@icp.example.cn`, password: "guess" };
    codes.push(await Caller.anonymous(site).handshake("password", guess, from));
  }
  expect(codes.at(-1)).toContain("too_many");
});

test("nothing of it stands in the log", async ({ live: { server, link } }) => {
  const log = server.logs();
  expect(log).toContain('"mode":"production"');
  for (const secret of [ADMIN.password, ADMIN.email, link.searchParams.get("t") ?? "?"])
    expect(log).not.toContain(secret);
});
