import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { browserHeaders, sessionOf } from "@/lib/auth/testing";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { env } from "@/lib/env";
import { REFUSAL_STATUS, type RefusalCode, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok } from "@/lib/filing/shared/result";
import { defineRoute } from "./define-route";

let data: TestDatabase;
let sid: string;
beforeEach(async () => {
  data = freshDatabase();
  await seedPersonas();
  sid = await sessionOf("fresh-unit");
});
afterEach(() => data.dispose());

const ID = "0190b5a0-0000-7000-8000-000000000001";
const context = (params: unknown = { id: ID }) => ({ params: Promise.resolve(params) });

interface Sent {
  method?: string;
  body?: string | ReadableStream;
  headers?: Record<string, string>;
  query?: string;
  as?: string | null;
}

async function request({ method = "PUT", body, headers = {}, query = "", as = sid }: Sent): Promise<Request> {
  const all = await browserHeaders(as, { "content-type": "application/json", ...headers });
  const init: RequestInit & { duplex: "half" } = { method, headers: all, duplex: "half" };
  if (body !== undefined) init.body = body;
  return new Request(`${env.PUBLIC_URL}/api/test${query}`, init);
}

const save = defineRoute({
  name: "test.save",
  capability: "order.edit.own",
  params: z.object({ id: z.uuid() }),
  query: z.object({ part: z.string().optional() }),
  body: z.object({ name: z.string() }),
  maxBytes: 64,
  run: async (_actor, { params, query, body }) => ok({ ...params, ...query, ...body }),
});

async function outcome(sent: Sent, params?: unknown) {
  const response = await save(await request(sent), context(params));
  return { status: response.status, body: await response.json(), headers: response.headers };
}

describe("defineRoute", () => {
  it("answers with the value, never to be kept", async () => {
    const { status, body, headers } = await outcome({ body: '{"name":"a"}', query: "?part=x" });
    expect(status).toBe(200);
    expect(body).toEqual({ ok: true, value: { id: ID, part: "x", name: "a" } });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it.each<[string, Sent, unknown, number, string]>([
    ["a stranger", { body: "{}", as: null }, undefined, 401, "unauthenticated"],
    [
      "another origin",
      { body: "{}", headers: { origin: "https://evil.example" } },
      undefined,
      403,
      "forbidden",
    ],
    [
      "another site",
      { body: "{}", headers: { "sec-fetch-site": "cross-site" } },
      undefined,
      403,
      "forbidden",
    ],
    ["a wrong id", { body: '{"name":"a"}' }, { id: "1" }, 422, "invalid"],
    ["an unknown query", { body: '{"name":"a"}', query: "?admin=1" }, undefined, 422, "invalid"],
    ["an unknown key", { body: '{"name":"a","role":"admin"}' }, undefined, 422, "invalid"],
    ["a missing key", { body: "{}" }, undefined, 422, "invalid"],
    ["no body", {}, undefined, 422, "invalid"],
    ["no JSON", { body: "name=a" }, undefined, 422, "invalid"],
    ["a form", { body: "name=a", headers: { "content-type": "text/plain" } }, undefined, 415, "unsupported"],
    ["an announced giant", { body: "{}", headers: { "content-length": "65" } }, undefined, 413, "too_large"],
    ["a body longer than it says", { body: `{"name":"${"a".repeat(80)}"}` }, undefined, 413, "too_large"],
  ])("refuses %s", async (_name, sent, params, status, code) => {
    const answer = await outcome(sent, params);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("stops reading a stream that never ends", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(32));
      },
    });
    expect((await outcome({ body: endless })).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it.each(Object.entries(REFUSAL_STATUS) as [RefusalCode, number][])(
    "answers %s with %i",
    async (code, status) => {
      const route = defineRoute({
        name: `test.refuse-${code}`,
        capability: "public",
        run: async () => fail(refuse(code, { params: { seconds: 7 } })),
      });
      const response = await route(await request({ method: "GET" }), context());
      expect(response.status).toBe(status);
      expect(response.headers.get("retry-after")).toBe("7");
      expect(await response.json()).toEqual({ ok: false, error: { code, params: { seconds: 7 } } });
    },
  );

  it("passes a Response on, guarded, and lets it say how long it keeps", async () => {
    const route = defineRoute({
      name: "test.file",
      capability: "public",
      run: async () => new Response("bytes", { headers: { "cache-control": "private, max-age=60" } }),
    });
    const response = await route(await request({ method: "GET" }), context());
    expect(await response.text()).toBe("bytes");
    expect(response.headers.get("cache-control")).toBe("private, max-age=60");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });

  it("does not show private pictures to other sites", async () => {
    const route = defineRoute({
      name: "test.picture",
      capability: "public",
      run: async () => new Response("x"),
    });
    const elsewhere = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
    expect((await route(await request({ method: "GET", headers: elsewhere }), context())).status).toBe(403);
  });

  it("leaves a stream to the use case, but not one that is announced too long", async () => {
    const route = defineRoute({
      name: "test.upload",
      capability: "material.upload.own",
      body: "stream",
      maxBytes: 10,
      run: async (_actor, { request: sent }) => ok(await sent.text()),
    });
    const fits = await route(await request({ method: "POST", body: "12345" }), context());
    expect(await fits.json()).toEqual({ ok: true, value: "12345" });
    const long = await route(
      await request({ method: "POST", body: "1", headers: { "content-length": "11" } }),
      context(),
    );
    expect(long.status).toBe(413);
  });
});
