import { createHash } from "node:crypto";
import { actionsOfBuild, Caller } from "../support/caller";
import { expect, test, untilSettled } from "../support/isolated";
import { pagesBelow } from "../support/pages";
import { auditHead, orderOf, refusalsSince, rows, stateOf, userOf } from "../support/state";

/** Somebody else's things, asked for by one who is signed in and knows every id. */
const ATTACKER = "rejected-two";
const UNKNOWN = "01900000-0000-7000-8000-000000000000";
const VICTIMS = ["draft-half", "sms-waiting", "at-authority", "filed"] as const;

const pages = pagesBelow("app/console").filter(({ file }) => file.includes("[id]"));
const params = (id: string) => ({
  ...{ id, service: "svc_000000", serviceId: "svc_000000", section: "entity" },
  inspectionId: UNKNOWN,
});
const digest = createHash("sha256").update("x").digest("hex");

test.beforeEach(({ server }) => untilSettled(server));

for (const victim of VICTIMS) {
  test(`the order of ${victim} does not exist for another account: pages`, async ({ server }) => {
    const attacker = await Caller.as(server, ATTACKER);
    const { id, number } = orderOf(server, victim);
    expect(pages.length).toBeGreaterThan(0);
    for (const { file, path } of pages) {
      const [before, head] = [stateOf(server), auditHead(server)];
      const answer = await attacker.fetch("GET", path(params(id)));
      const html = await answer.text();
      expect(answer.status, file).toBe(404);
      expect(html).not.toContain(number);
      await expect
        .poll(() => refusalsSince(server, head).filter(({ object }) => object === id), file)
        .toMatchObject([
          { actor_id: userOf(server, ATTACKER), object: id, data: expect.stringContaining("not_found") },
        ]);
      expect(stateOf(server), file).toEqual(before);
      // The same as for an order that never was.
      expect((await attacker.fetch("GET", path(params(UNKNOWN)))).status, file).toBe(404);
    }
  });

  test(`the order of ${victim} does not exist for another account: calls`, async ({ server }) => {
    const attacker = await Caller.as(server, ATTACKER);
    const { id } = orderOf(server, victim);
    const slot = `code=ORG_CERT&subject=entity&side=SINGLE&sha256=${digest}`;
    const calls: [string, string, unknown?][] = [
      ["PUT", `/api/orders/${id}/draft`, { section: "entity", baseVersion: 1, value: { name: "Mine" } }],
      ["GET", `/api/orders/${id}/draft?section=entity`],
      ["GET", `/api/orders/${id}/draft?section=people`],
      ["POST", `/api/orders/${id}/materials?${slot}`, "x"],
      ["POST", `/api/orders/${id}/materials?${pictureFor(`corrections[${UNKNOWN}]`)}`, "x"],
    ];
    for (const [method, path, body] of calls) {
      const [before, head] = [stateOf(server), auditHead(server)];
      const answer =
        body === undefined ? await attacker.fetch(method, path) : await attacker.json(method, path, body);
      expect([answer.status, await answer.json()], path).toEqual([
        404,
        { ok: false, error: { code: "not_found" } },
      ]);
      expect(refusalsSince(server, head), path).toMatchObject([
        { actor_id: userOf(server, ATTACKER), object: id, outcome: "refused" },
      ]);
      expect(stateOf(server), path).toEqual(before);
    }
  });

  test(`the order of ${victim} does not exist for another account: actions`, async ({ server }) => {
    const attacker = await Caller.as(server, ATTACKER);
    const { id: orderId, version } = orderOf(server, victim);
    for (const [name, input] of Object.entries(ACTION_INPUTS)) {
      const entry = actionsOfBuild().find((action) => action.name === `app/console/actions.ts#${name}`);
      if (entry === undefined) throw new Error(`no action ${name}`);
      const [before, head] = [stateOf(server), auditHead(server)];
      const answer = await attacker.action(entry, [{ orderId, ...input(version) }]);
      expect(answer.error, name).toEqual({ code: "not_found" });
      expect(refusalsSince(server, head), name).toMatchObject([{ object: orderId, outcome: "refused" }]);
      expect(stateOf(server), name).toEqual(before);
    }
  });
}

/** A well-formed call of every action on an order. */
const ACTION_INPUTS: Readonly<Record<string, (version: number) => object>> = {
  takeFiledServiceAction: () => ({ number: "湘ICP备2021000317号-1" }),
  editServicesAction: () => ({ operation: { op: "add", kind: "WEBSITE" } }),
  judgeSectionAction: () => ({ section: "entity" }),
  answerCorrectionAction: () => ({ correctionId: "cor_1", answer: { kind: "fixed", text: "" } }),
  takeKnownPartAction: () => ({ source: { kind: "order", id: UNKNOWN } }),
  sendLeadCodeAction: () => ({ personId: "ppl_nobody1" }),
  confirmLeadCodeAction: () => ({ personId: "ppl_nobody1", code: "123456" }),
  acknowledgeFindingAction: () => ({
    rule: "service.remark-length",
    path: "services[svc_1].remark",
    note: "",
  }),
  giveConsentAction: () => ({ kind: "ID_IMAGE", version: "2026-11" }),
  submitOrderAction: (version) => ({ version, declarations: [] }),
  withdrawOrderAction: () => ({}),
  abandonOrderAction: () => ({}),
  requestCallbackAction: () => ({ personId: "ppl_lead01", when: "any" }),
  resubmitOrderAction: () => ({}),
};
/** Actions of the console that name no order. */
const WITHOUT_ORDER = ["previewOrderAction", "createOrderAction", "markReadAction"];

test("no action of the console escapes the test above", () => {
  const built = actionsOfBuild()
    .filter(({ file }) => file === "app/console/actions.ts")
    .map(({ name }) => name.split("#")[1] ?? "");
  const tested = [...Object.keys(ACTION_INPUTS), ...WITHOUT_ORDER];
  expect(built.filter((name) => !tested.includes(name))).toEqual([]);
});

/** A picture for the answer to a rejection item. */
function pictureFor(subject: string): string {
  return new URLSearchParams({ code: "ANSWER", side: "SINGLE", sha256: digest, subject }).toString();
}

test("an answer's pictures belong to an open item of the own order, and to no other", async ({ server }) => {
  const owner = await Caller.as(server, "rejected-two");
  const { id } = orderOf(server, "rejected-two");
  const [closed] = rows<{ id: string }>(
    server,
    "SELECT id FROM corrections WHERE order_id <> ? AND resolved_at IS NOT NULL",
    id,
  );
  for (const subject of ["entity", `corrections[${UNKNOWN}]`, `corrections[${closed?.id}]`]) {
    const [before, head] = [stateOf(server), auditHead(server)];
    const refused = await owner.json("POST", `/api/orders/${id}/materials?${pictureFor(subject)}`, "x");
    expect([refused.status, (await refused.json()).error.code], subject).toEqual([404, "not_found"]);
    expect(refusalsSince(server, head), subject).toMatchObject([
      { actor_id: userOf(server, "rejected-two"), object: id, outcome: "refused" },
    ]);
    expect(stateOf(server), subject).toEqual(before);
  }
});

test("documents of another account do not exist: picture, thumbnail, date, removal", async ({ server }) => {
  const attacker = await Caller.as(server, ATTACKER);
  const own = orderOf(server, ATTACKER).id;
  const victim = orderOf(server, "at-authority").id;
  const [material] = rows<{ id: string }>(server, "SELECT id FROM materials WHERE order_id = ?", victim);
  const path = `/api/materials/${material?.id}`;
  const calls: [string, string, unknown?][] = [
    ["GET", path],
    ["GET", `${path}?thumb=1`],
    ["GET", `/api/materials/${UNKNOWN}`],
    ["DELETE", `${path}?orderId=${victim}`],
    // The right material with the attacker's own order, which he may edit.
    ["DELETE", `${path}?orderId=${own}`],
    ["PATCH", path, { orderId: victim, documentDate: "2026-01-01" }],
    ["PATCH", path, { orderId: own, documentDate: "2026-01-01" }],
    ["PATCH", path, { orderId: victim, kind: "LETTER_LEGAL_REP" }],
    ["PATCH", path, { orderId: own, kind: "LETTER_LEGAL_REP" }],
  ];
  for (const [method, url, body] of calls) {
    const [before, head] = [stateOf(server), auditHead(server)];
    const answer =
      body === undefined ? await attacker.fetch(method, url) : await attacker.json(method, url, body);
    expect([answer.status, (await answer.json()).error.code], `${method} ${url}`).toEqual([404, "not_found"]);
    expect(refusalsSince(server, head), `${method} ${url}`).toHaveLength(1);
    expect(stateOf(server), `${method} ${url}`).toEqual(before);
  }
});

test("a draft is no reviewer's business", async ({ server }) => {
  const reviewer = await Caller.as(server, "reviewer-lin");
  const { id, version } = orderOf(server, "draft-half");
  const [before, head] = [stateOf(server), auditHead(server)];
  for (const path of [`/review/orders/${id}`, `/review/orders/${id}/copy`])
    expect((await reviewer.fetch("GET", path)).status, path).toBe(404);
  const claim = actionsOfBuild().find(({ name }) => name === "app/review/actions.ts#claimAction");
  if (claim === undefined) throw new Error("no claim");
  expect((await reviewer.action(claim, [{ orderId: id, version }])).error).toEqual({ code: "not_found" });
  const [material] = rows<{ id: string }>(server, "SELECT id FROM materials WHERE order_id = ?", id);
  const look = await reviewer.fetch("GET", `/api/review/materials/${material?.id ?? UNKNOWN}`);
  expect(look.status).toBe(404);
  await expect.poll(() => refusalsSince(server, head)).toHaveLength(4);
  expect(stateOf(server)).toEqual(before);
});
