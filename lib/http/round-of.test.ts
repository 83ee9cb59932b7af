import { expect, test } from "vitest";
import { roundOf } from "./round-of";

test.each([
  [undefined, undefined],
  ["2", 2],
  ["999", 999],
  ["1000", 0],
  ["", 0],
  ["-1", 0],
  ["1e2", 0],
  [["1", "2"], 0],
])("%j asks for round %j", (asked, round) => {
  expect(roundOf(asked)).toBe(round);
});
