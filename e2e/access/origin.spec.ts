import { actionsOfBuild, Caller } from "../support/caller";
import { expect, test, untilSettled } from "../support/isolated";
import { auditHead, forgetRates, orderOf, refusalsSince, stateOf } from "../support/state";

const EVIL = "https://evil.example";
const ELSEWHERE: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["another origin", { origin: EVIL }],
  ["another origin that claims to be ours", { origin: EVIL, "sec-fetch-site": "same-origin" }],
  ["a forwarded host that fits the origin", { origin: EVIL, "x-forwarded-host": "evil.example" }],
  ["the null origin of a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a sister of our site", { "sec-fetch-site": "same-site" }],
  ["nobody who says where from", { origin: "", "sec-fetch-site": "" }],
  ["the address bar", { origin: "", "sec-fetch-site": "none" }],
];

for (const [name, headers] of ELSEWHERE) {
  test(`writing from ${name} is refused although the cookie comes along`, async ({ server }) => {
    await untilSettled(server);
    const caller = await Caller.as(server, "draft-half");
    const { id } = orderOf(server, "draft-half");
    const before = stateOf(server);
    const writes: [string, string][] = [
      ["PUT", `/api/orders/${id}/draft`],
      [
        "POST",
        `/api/orders/${id}/materials?code=ORG_CERT&subject=entity&side=SINGLE&sha256=${"0".repeat(64)}`,
      ],
      ["DELETE", `/api/materials/${id}?orderId=${id}`],
      ["PATCH", `/api/materials/${id}`],
    ];
    for (const [method, path] of writes) {
      forgetRates(server);
      const head = auditHead(server);
      const answer = await caller.json(method, path, {}, headers);
      expect([answer.status, await answer.json()], `${method} ${path}`).toEqual([
        403,
        { ok: false, error: { code: "forbidden", reason: "origin" } },
      ]);
      expect(refusalsSince(server, head), method).toHaveLength(1);
    }
    for (const entry of actionsOfBuild().filter(({ file }) => file === "app/console/actions.ts")) {
      forgetRates(server);
      const head = auditHead(server);
      const answer = await caller.action(entry, [{ orderId: id }], headers);
      expect(answer.error, entry.name).toEqual({ code: "forbidden", reason: "origin" });
      expect(refusalsSince(server, head), entry.name).toHaveLength(1);
    }
    expect(stateOf(server)).toEqual(before);
  });
}

test("data is read by our own pages, not by other sites", async ({ server }) => {
  const caller = await Caller.as(server, "draft-half");
  const { id } = orderOf(server, "draft-half");
  for (const site of ["cross-site", "same-origin"]) {
    const answer = await caller.fetch("GET", `/api/orders/${id}/draft?section=entity`, {
      headers: { origin: "", "sec-fetch-site": site },
    });
    expect(answer.status, site).toBe(site === "same-origin" ? 200 : 403);
    expect(answer.headers.get("access-control-allow-origin"), site).toBeNull();
    expect(answer.headers.get("cross-origin-resource-policy"), site).toBe("same-origin");
  }
});

test("no other site signs somebody in", async ({ server }) => {
  for (const [name, headers] of ELSEWHERE) {
    const stranger = Caller.anonymous(server);
    await expect(
      stranger.handshake("persona", { persona: "draft-half" }, headers),
      name,
    ).resolves.toBeUndefined();
    expect((await stranger.fetch("GET", "/console")).status, name).toBe(307);
  }
});

/** CVE-2025-29927 and its kin: whatever the proxy is talked out of, the page asks for its actor itself. */
test("no header and no spelling of a path gets a stranger past the sign-in", async ({ server }) => {
  const stranger = Caller.anonymous(server);
  const { id, number } = orderOf(server, "at-authority");
  const paths = ["/console", "/review", "/authority", `/console/orders/${id}`, `/review/orders/${id}`];
  const spellings = paths.flatMap((path) => [
    path,
    `${path}.rsc`,
    `${path}.segments/_tree.segment.rsc`,
    `${path}?_rsc=1`,
    `${path}/`,
    `/.${path}`,
    `//${path}`,
    path.replace("/", "/%2e/"),
    path.replace("o", "%6f").replace("v", "%76"),
    path.toUpperCase(),
    `/_next/data/build${path}.json`,
    `${path};x=1`,
    `${path}%00`,
    `/schema/..${path}`,
    `/schema/%2e%2e${path}`,
  ]);
  const headers: Readonly<Record<string, string>>[] = [
    {},
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-next": "1", "x-middleware-rewrite": "/console" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    { rsc: "1", "next-router-state-tree": "%5B%22%22%2C%7B%7D%5D" },
    { "x-nextjs-data": "1" },
    { "x-icp-path": "//evil.example", "x-invoke-path": "/", "x-matched-path": "/" },
    { "x-forwarded-host": "evil.example", "x-original-url": "/", "x-rewrite-url": "/" },
  ];
  for (const path of spellings)
    for (const sent of headers) {
      const answer = await stranger.fetch("GET", path, { headers: { origin: "", ...sent } });
      const text = await answer.text();
      const what = `${path} ${JSON.stringify(sent)} → ${answer.status}`;
      expect(text, what).not.toContain(number);
      expect(answer.status === 200 && !/NEXT_REDIRECT|sign-in/.test(text), what).toBe(false);
      const target = answer.headers.get("location");
      if (target !== null) expect(new URL(target, server.url).host, what).toBe(new URL(server.url).host);
    }
});
