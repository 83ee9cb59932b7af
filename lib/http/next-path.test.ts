import { describe, expect, it } from "vitest";
import { safeNext } from "./next-path";

describe("safeNext", () => {
  it.each(["/console", "/console/orders/1?tab=2#x", "/"])("keeps %s", (path) => {
    expect(safeNext(path, "/home")).toBe(path);
  });
  it.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "console",
    "",
    "/sign-in?next=/console",
    `/${"a".repeat(600)}`,
    undefined,
    ["/console"],
  ])("refuses %j", (path) => {
    expect(safeNext(path, "/home")).toBe("/home");
  });
});
