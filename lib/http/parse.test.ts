import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "./parse";

const schema = z.object({ name: z.string().max(3), tags: z.array(z.number()).optional() });
const fields = (raw: unknown) => {
  const result = parseInput(schema, raw);
  return result.ok ? "ok" : result.error.fields;
};

describe("parseInput", () => {
  it("gives the typed value", () => {
    expect(parseInput(schema, { name: "abc" })).toEqual({ ok: true, value: { name: "abc" } });
  });
  it("refuses unknown keys even of a schema that is not strict, without repeating them", () => {
    expect(fields({ name: "a", "110101199003070011": 1 })).toEqual([{ path: "", reason: "input.unknown" }]);
  });
  it("names every wrong field by its dotted path", () => {
    expect(fields({ name: 7, tags: [1, "x"] })).toEqual([
      { path: "name", reason: "input.type" },
      { path: "tags.1", reason: "input.type" },
    ]);
  });
  it("gives the limit of a length", () => {
    expect(fields({ name: "abcd" })).toEqual([
      { path: "name", reason: "input.too_big", params: { limit: 3 } },
    ]);
  });
  it("uses a custom message as the reason", () => {
    const own = z.string().refine((value) => value === "yes", "declaration.missing");
    const result = parseInput(own, "no");
    expect(result).toMatchObject({
      ok: false,
      error: { fields: [{ path: "", reason: "declaration.missing" }] },
    });
  });
  it("keeps a loose record loose where a schema says so", () => {
    expect(parseInput(z.looseObject({ a: z.string() }), { a: "1", b: 2 })).toMatchObject({ ok: true });
  });
  it.each([undefined, null, 1, "x", []])("refuses %j for an object", (raw) => {
    expect(fields(raw)).toEqual([{ path: "", reason: "input.type" }]);
  });
});
