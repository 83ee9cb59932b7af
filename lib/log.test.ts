import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resetEnv } from "./env";
import { createLogger, describeError, scrub } from "./log";

const ID_NO = "110101199003078515";
const PHONE = "13800138000";
let lines: string[] = [];
const logger = () => createLogger({ write: (line: string) => void lines.push(line) });
beforeEach(() => {
  lines = [];
  process.env.LOG_LEVEL = "info";
  resetEnv();
});
afterEach(() => {
  delete process.env.LOG_LEVEL;
  resetEnv();
});

describe("the log", () => {
  it("writes JSON lines with level and time", () => {
    logger().info({ orderId: "o1" }, "submitted");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", orderId: "o1", msg: "submitted" });
  });

  it.each([
    [{ phone: PHONE }],
    [{ person: { idNo: ID_NO } }],
    [{ a: { person: { mobile: PHONE, email: "a@b.cn" } } }],
    [{ err: new Error(`no such person: ${ID_NO}, '${PHONE}', 张三, a@b.cn`) }],
    [{ err: new DrizzleQueryError("select ?", [ID_NO, PHONE], new Error(`x ${ID_NO}`)) }],
    [{ err: new SyntaxError(`Unexpected token in JSON: "{"name":"张三","phone":"${PHONE}"}"`) }],
  ])("keeps personal values out: %#", (data) => {
    logger().error(data, "failed");
    expect(lines.join("")).not.toMatch(new RegExp(`${ID_NO}|${PHONE}|张三|a@b\\.cn`));
  });

  it("keeps what helps: kind, code, frames, cause", () => {
    const error = Object.assign(new TypeError("x is not a function"), {
      code: "E_X",
      cause: new RangeError("y"),
    });
    expect(describeError(error)).toMatchObject({
      type: "TypeError",
      code: "E_X",
      message: "x is not a function",
      cause: { type: "RangeError" },
    });
    expect(describeError(error).stack).toMatch(/^\s+at /);
    expect(describeError("text")).toEqual({ type: "string" });
    expect(scrub("UNIQUE constraint failed: orders.number")).toBe("UNIQUE constraint failed: orders.number");
  });
});
