import { expect, test } from "vitest";
import { compareFindings } from "./compare";
import type { Finding } from "./types";

const finding = (rule: string, level: Finding["level"], path = "order"): Finding => ({
  ...{ rule, level, path, message: "message", params: {} },
});

test("tells what came, what went and what weighs differently, and nothing else", () => {
  const before = [
    finding("a", "warn"),
    finding("b", "warn"),
    finding("c", "error"),
    finding("d", "info", "x"),
  ];
  const after = [
    finding("a", "warn"),
    finding("b", "error"),
    finding("d", "info", "y"),
    finding("e", "info"),
  ];
  const told = compareFindings(before, after).map(
    ({ change, finding: { rule, path }, before: old, after: now }) => [
      ...[change, `${rule}@${path}`, old, now],
    ],
  );
  expect(told).toEqual([
    ["level", "b@order", "warn", "error"],
    ["new", "d@y", null, "info"],
    ["new", "e@order", null, "info"],
    ["gone", "c@order", "error", null],
    ["gone", "d@x", "info", null],
  ]);
  expect(compareFindings(after, after)).toEqual([]);
});
