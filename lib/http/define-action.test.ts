import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { BusyError } from "@/db/transaction";
import { browserHeaders, sessionOf } from "@/lib/auth/testing";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { resetTestClocks, setTestClocks } from "@/lib/clock/testing";
import type { Capability } from "@/lib/filing/access";
import { REFUSAL_STATUS, type RefusalCode, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { NOW } from "@/lib/filing/testing/fixtures";
import { refusalCounts } from "@/lib/limits/refusals";
import { actionOver } from "./define-action";
import { registeredOperations } from "./registry";

let data: TestDatabase;
let sid: string;
beforeEach(async () => {
  data = freshDatabase();
  await seedPersonas();
  sid = await sessionOf("fresh-unit");
});
afterEach(() => {
  resetTestClocks();
  data.dispose();
});

const ID = "0190b5a0-0000-7000-8000-000000000001";
const inputSchema = z.object({ orderId: z.string() });
let calls = 0;

interface Setting {
  headers?: Headers;
  capability?: Capability;
  rate?: { max: number; perSeconds: number };
  run?: () => Promise<Result<string>>;
}

let serial = 0;
async function actionFor({ headers, capability = "order.read.own", rate, run }: Setting = {}) {
  calls = 0;
  serial += 1;
  const own = headers ?? (await browserHeaders(sid));
  return actionOver(async () => own)({
    name: `test.action-${serial}`,
    capability,
    input: inputSchema,
    ...(rate === undefined ? {} : { rate }),
    run: async () => {
      calls += 1;
      return run === undefined ? ok("done") : run();
    },
  });
}

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const refusals = async () =>
  (await read().select().from(t.auditLog)).filter((row) => row.outcome === "refused");

describe("defineAction", () => {
  it("hands actor and parsed input to the use case", async () => {
    const action = actionOver(() => browserHeaders(sid))({
      name: "test.whoami",
      capability: "order.read.own",
      input: inputSchema,
      run: async (actor, input) => ok([actor.roles, input.orderId]),
    });
    expect(await action({ orderId: ID })).toEqual({ ok: true, value: [["applicant"], ID] });
  });

  it("refuses strangers without writing to the database", async () => {
    const action = await actionFor({ headers: await browserHeaders(null) });
    expect(codeOf(await action({ orderId: ID }))).toBe("unauthenticated");
    expect(calls).toBe(0);
    expect(await refusals()).toEqual([]);
    expect(refusalCounts(0)).toEqual([{ operation: `test.action-${serial}`, code: "unauthenticated", n: 1 }]);
  });

  it("refuses roles without the capability, and puts the object on record", async () => {
    const action = await actionFor({ capability: "review.decide" });
    expect(codeOf(await action({ orderId: ID }))).toBe("forbidden");
    expect(calls).toBe(0);
    expect(await refusals()).toMatchObject([
      { action: `test.action-${serial}`, object: ID, data: { code: "forbidden" } },
    ]);
  });

  it("puts so many refusals of one person on record in a minute; the rest are counted", async () => {
    setTestClocks(NOW);
    sid = await sessionOf("fresh-unit");
    const action = await actionFor({ capability: "review.decide" });
    for (let i = 0; i < 125; i += 1) await action({ orderId: ID });
    expect(await refusals()).toHaveLength(120);
    expect(refusalCounts(0)).toEqual([{ operation: `test.action-${serial}`, code: "forbidden", n: 5 }]);
    const headers = await browserHeaders(await sessionOf("filed"));
    await (await actionFor({ headers, capability: "review.decide" }))({ orderId: ID });
    expect(await refusals()).toHaveLength(121);
  });

  it("asks for the capability before it looks at the input", async () => {
    const action = await actionFor({ capability: "review.decide" });
    expect(codeOf(await action({ nonsense: true }))).toBe("forbidden");
  });

  it("refuses past the rate, per user, with the seconds to wait", async () => {
    const action = await actionFor({ rate: { max: 2, perSeconds: 600 } });
    const codes = [];
    for (let i = 0; i < 3; i++) codes.push(codeOf(await action({ orderId: ID })));
    expect(codes).toEqual(["ok", "ok", "too_many"]);
    const last = await action({ orderId: ID });
    expect(last).toMatchObject({ error: { params: { seconds: expect.any(Number) } } });
  });

  it("refuses other origins although the session is right", async () => {
    const headers = await browserHeaders(sid, {
      origin: "https://evil.example",
      "sec-fetch-site": "cross-site",
    });
    const action = await actionFor({ headers });
    expect(await action({ orderId: ID })).toMatchObject({ error: { code: "forbidden", reason: "origin" } });
    expect(calls).toBe(0);
    expect(await refusals()).toHaveLength(1);
  });

  it.each([[{}], [{ orderId: 1 }], [{ orderId: ID, isAdmin: true }], [null], ["x"], [[]]])(
    "refuses the input %j",
    async (raw) => {
      const action = await actionFor();
      expect(codeOf(await action(raw))).toBe("invalid");
      expect(calls).toBe(0);
    },
  );

  it("keeps what was typed out of the record", async () => {
    const action = await actionFor();
    await action({ orderId: "110101199003070011", "110101199003070011": "x" });
    expect(JSON.stringify(await refusals())).not.toContain("110101199003070011");
  });

  it.each(Object.keys(REFUSAL_STATUS) as RefusalCode[])("passes the use case's %s on", async (code) => {
    const action = await actionFor({ run: async () => fail(refuse(code, { reason: "why" })) });
    expect(await action({ orderId: ID })).toEqual({ ok: false, error: { code, reason: "why" } });
    expect(await refusals()).toHaveLength(code === "busy" ? 0 : 1);
  });

  it("answers a bug with a reference and nothing of the error", async () => {
    const action = await actionFor({ run: () => Promise.reject(new Error("secret 110101199003070011")) });
    const result = await action({ orderId: ID });
    expect(result).toMatchObject({
      ok: false,
      error: { code: "internal", params: { ref: expect.any(String) } },
    });
    expect(JSON.stringify(result)).not.toContain("secret");
  });

  it("answers a busy database with busy", async () => {
    const action = await actionFor({ run: () => Promise.reject(new BusyError()) });
    expect(codeOf(await action({ orderId: ID }))).toBe("busy");
  });

  it("lets an ended session call nothing", async () => {
    const action = await actionFor();
    const { signOutBySid } = await import("@/lib/usecases/accounts/sign-out");
    await signOutBySid(sid);
    expect(codeOf(await action({ orderId: ID }))).toBe("unauthenticated");
  });

  it("lists itself for the access test", async () => {
    await actionFor({ capability: "review.claim" });
    expect(registeredOperations()).toContainEqual({
      name: `test.action-${serial}`,
      kind: "action",
      capability: "review.claim",
      rate: undefined,
    });
  });
});
