import { describe, expect, it } from "vitest";
import { Cells } from "./cells";

/** Takes so long over a long text that nobody waits for it: 2 to the power of its length. */
const SLOW = /^(a|a)+b$/;
const reading = (cells: Readonly<Record<string, string>>) => new Cells({ line: 2, cells });
const reasons = (cells: Cells) => cells.problems.map(({ column, reason }) => [column, reason]);

describe("a cell of a form", () => {
  it.each([
    ["that fits", "aab", []],
    ["of another form", "aac", [["it", "id"]]],
    ["that is empty", "", [["it", "empty"]]],
    ["as long as may be", "aaab", []],
    ["longer than may be", `${"a".repeat(20_000)}`, [["it", "long"]]],
  ])("%s", (_name, it_, expected) => {
    const cells = reading({ it: it_ });
    cells.formed("it", 4, SLOW, "id");
    expect(reasons(cells)).toEqual(expected);
  });

  it("counts characters, not halves of them", () => {
    const cells = reading({ it: "𠮷𠮷" });
    expect(cells.text("it", 2)).toBe("𠮷𠮷");
    expect(reasons(cells)).toEqual([]);
    expect([cells.text("it", 1), reasons(cells)]).toEqual(["", [["it", "long"]]]);
  });
});

it("what is too long is said once, whatever it should be", () => {
  const long = "9".repeat(20_000);
  const cells = reading({ a: long, b: long, c: long, d: long, e: long });
  const read = [
    cells.ip("a"),
    cells.day("b"),
    cells.choice("c", ["x"]),
    cells.flag("d"),
    cells.number("e", 9),
  ];
  expect(read).toEqual(["", null, null, false, 0]);
  expect(reasons(cells)).toEqual(["a", "b", "c", "d", "e"].map((column) => [column, "long"]));
});
