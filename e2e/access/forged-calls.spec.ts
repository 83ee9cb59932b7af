import { actionsOfBuild, Caller } from "../support/caller";
import { expect, test, untilSettled } from "../support/isolated";
import { auditHead, orderOf, refusalsSince, stateOf } from "../support/state";

const ORDER_ROUTES: readonly [string, (id: string) => string][] = [
  ["PUT", (id) => `/api/orders/${id}/draft`],
  [
    "POST",
    (id) => `/api/orders/${id}/materials?code=ORG_CERT&subject=entity&side=SINGLE&sha256=${"0".repeat(64)}`,
  ],
  ["PATCH", (id) => `/api/materials/${id}`],
  ["DELETE", (id) => `/api/materials/${id}?orderId=${id}`],
];

for (const [method, path] of ORDER_ROUTES) {
  test(`forged ${method} ${path("…")}: wrong role, wrong shape, too large`, async ({ server }) => {
    await untilSettled(server);
    const { id } = orderOf(server, "draft-half");
    const before = stateOf(server);
    const ask = async (
      persona: string | null,
      headers: Record<string, string>,
      body?: string,
      url = path(id),
    ) => {
      const caller = persona === null ? Caller.anonymous(server) : await Caller.as(server, persona);
      const answer = await caller.fetch(method, url, body === undefined ? { headers } : { headers, body });
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
    };
    const json = { "content-type": "application/json" };
    expect(await ask(null, json, "{}")).toEqual([401, "unauthenticated"]);
    for (const persona of ["reviewer-lin", "admin", "officer"])
      expect(await ask(persona, json, "{}"), persona).toEqual([403, "forbidden"]);
    expect(await ask("draft-half", json, "{}", path("not-an-id"))).toEqual([422, "invalid"]);
    expect(
      await ask("draft-half", json, "{}", `${path(id)}${path(id).includes("?") ? "&" : "?"}admin=1`),
    ).toEqual([422, "invalid"]);
    expect(stateOf(server)).toEqual(before);
  });
}

test("a draft refuses other types, unknown keys, other kinds of content and giants", async ({ server }) => {
  await untilSettled(server);
  const caller = await Caller.as(server, "draft-half");
  const { id } = orderOf(server, "draft-half");
  const path = `/api/orders/${id}/draft`;
  const [before, head] = [stateOf(server), auditHead(server)];
  const good = { section: "entity", baseVersion: 1, value: {} };
  const refused: [string, Promise<Response>, number, string][] = [
    ["number for text", caller.json("PUT", path, { ...good, value: { name: 7 } }), 422, "invalid"],
    ["unknown key", caller.json("PUT", path, { ...good, value: { owner: "me" } }), 422, "invalid"],
    ["unknown key outside", caller.json("PUT", path, { ...good, orderId: id }), 422, "invalid"],
    ["no version", caller.json("PUT", path, { section: "entity", value: {} }), 422, "invalid"],
    ["other section", caller.json("PUT", path, { ...good, section: "status" }), 422, "invalid"],
    ["list for object", caller.json("PUT", path, []), 422, "invalid"],
    [
      "too long a text",
      caller.json("PUT", path, { ...good, value: { name: "长".repeat(5_000) } }),
      422,
      "invalid",
    ],
    [
      "a form",
      caller.fetch("PUT", path, { body: new URLSearchParams({ section: "entity" }) }),
      415,
      "unsupported",
    ],
    [
      "no JSON",
      caller.fetch("PUT", path, { body: "{", headers: { "content-type": "application/json" } }),
      422,
      "invalid",
    ],
    [
      "a giant",
      caller.json("PUT", path, { ...good, value: { name: "x".repeat(600_000) } }),
      413,
      "too_large",
    ],
  ];
  for (const [name, answer, status, code] of refused) {
    const response = await answer;
    expect([response.status, (await response.json()).error.code], name).toEqual([status, code]);
  }
  expect(refusalsSince(server, head)).toHaveLength(refused.length);
  expect(stateOf(server)).toEqual(before);
});

test("a reviewer cannot decide what he did not claim, nor claim in a wrong state or with an old version", async ({
  server,
}) => {
  await untilSettled(server);
  const lin = await Caller.as(server, "reviewer-lin");
  const action = (name: string) => {
    const entry = actionsOfBuild().find((one) => one.name === `app/review/actions.ts#${name}`);
    if (entry === undefined) throw new Error(name);
    return entry;
  };
  const waiting = orderOf(server, "extra-yanhang");
  const closed = orderOf(server, "at-authority");
  const before = stateOf(server);
  const seen = { orderId: waiting.id, version: waiting.version };
  const refused = async (name: string, input: object) => (await lin.action(action(name), [input])).error;
  expect(await refused("approveAction", { ...seen, overrideReason: "" })).toEqual({
    code: "wrong_state",
    reason: "order.not-claimed",
  });
  expect(await refused("claimAction", { ...seen, version: seen.version - 1 })).toMatchObject({
    code: "stale",
  });
  expect(await refused("claimAction", { orderId: closed.id, version: closed.version })).toMatchObject({
    code: "wrong_state",
  });
  const held = orderOf(server, "extra-lizhi");
  expect(
    await refused("approveAction", { orderId: held.id, version: held.version, overrideReason: "x" }),
  ).toMatchObject({ code: expect.stringMatching(/^(forbidden|wrong_state)$/) });
  expect(stateOf(server)).toEqual(before);
});
