import { signInAs } from "../fixtures";
import { Caller } from "../support/caller";
import { expect, test } from "../support/isolated";
import { orderOf, rows } from "../support/state";

const KINDS: readonly (readonly [string, string | null, string, number])[] = [
  ["front page", null, "/", 200],
  ["sign-in", null, "/sign-in", 200],
  ["public query", null, "/query", 200],
  ["SMS page", null, "/verify", 200],
  ["sandbox", null, "/sandbox", 200],
  ["way to sign in", null, "/console", 307],
  ["no such page", null, "/no/such/page", 404],
  ["console", "draft-half", "/console", 200],
  ["not yours", "draft-half", "/console/orders/01900000-0000-7000-8000-000000000000", 404],
  ["forbidden", "draft-half", "/review", 403],
  ["queue", "reviewer-lin", "/review/queue/all", 200],
  ["desk", "officer", "/authority/queue/review", 200],
];

for (const [kind, persona, path, status] of KINDS) {
  test(`headers of a page: ${kind}`, async ({ server }) => {
    const caller = persona === null ? Caller.anonymous(server) : await Caller.as(server, persona);
    const answer = await caller.fetch("GET", path);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    const header = (name: string) => answer.headers.get(name) ?? "";
    const policy = header("content-security-policy");
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(nonce.length).toBeGreaterThanOrEqual(16);
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(header("cross-origin-opener-policy")).toBe("same-origin");
    expect(header("x-frame-options")).toBe("DENY");
    expect(header("x-powered-by")).toBe("");
    if (status !== 307) expect(header("cache-control")).toMatch(/no-store|private/);
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    if (status === 200) expect(scripts.length).toBeGreaterThan(0);
    const again = await caller.fetch("GET", path);
    await again.text();
    expect(again.headers.get("content-security-policy")).not.toContain(nonce);
  });
}

test("headers of calls, documents and files of the build", async ({ server }) => {
  const caller = await Caller.as(server, "at-authority");
  const { id } = orderOf(server, "at-authority");
  const [material] = rows<{ id: string }>(server, "SELECT id FROM materials WHERE order_id = ?", id);
  const html = await (await caller.fetch("GET", "/")).text();
  const chunk = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? "";
  const answers: [string, Response][] = [
    ["draft", await caller.fetch("GET", `/api/orders/${id}/draft?section=entity`)],
    ["document", await caller.fetch("GET", `/api/materials/${material?.id}`)],
    ["refused upload", await caller.fetch("POST", `/api/orders/${id}/materials`)],
    ["health", await caller.fetch("GET", "/api/health")],
    ["handshake", await caller.fetch("GET", "/api/auth/csrf")],
  ];
  for (const [name, answer] of answers) {
    expect(answer.headers.get("cache-control"), name).toContain("no-store");
    expect(answer.headers.get("x-content-type-options"), name).toBe("nosniff");
    await answer.arrayBuffer();
  }
  const document = answers[1]?.[1];
  expect(document?.headers.get("content-security-policy")).toContain("sandbox");
  expect(document?.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect((await caller.fetch("GET", chunk)).headers.get("x-content-type-options")).toBe("nosniff");
});

test("no page breaks its own policy", async ({ page, server }) => {
  const violations: string[] = [];
  await page.exposeFunction("reportViolation", (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const { id } = orderOf(server, "extra-quanpan");
  for (const [persona, paths] of [
    ["draft-half", ["/console", `/console/orders/${orderOf(server, "draft-half").id}`, "/console/orders"]],
    ["reviewer-lin", ["/review/queue/all", `/review/orders/${id}`]],
    ["officer", ["/authority/queue/review", "/", "/query", "/verify", "/sandbox/mailbox", "/sandbox/clock"]],
  ] as const) {
    await signInAs(page, persona);
    for (const path of paths) await page.goto(path);
  }
  expect(violations).toEqual([]);
});
