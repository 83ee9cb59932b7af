import { describe, expect, it } from "vitest";
import { readLines } from "./lines";

const cells = (bytes: Uint8Array | string) => {
  const read = readLines(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes, 3);
  return read.ok ? read.lines.map((line) => [line.line, ...line.cells]) : [read.problem, read.line];
};

describe("the lines of a file", () => {
  it.each([
    [
      "as they are",
      "a,b\n1,2\n",
      [
        [1, "a", "b"],
        [2, "1", "2"],
      ],
    ],
    [
      "with a mark at the head and other ends",
      "\uFEFFa,b\r\n1, 2 \r\n",
      [
        [1, "a", "b"],
        [2, "1", "2"],
      ],
    ],
    [
      "without the empty ones, and those of commas",
      "a,b\n\n,,\n1,2",
      [
        [1, "a", "b"],
        [4, "1", "2"],
      ],
    ],
    [
      "of other lengths",
      "a,b\n1\n1,2,3",
      [
        [1, "a", "b"],
        [2, "1"],
        [3, "1", "2", "3"],
      ],
    ],
    ["with quoted ends of line", '"a\nb",c', [[2, "a\nb", "c"]]],
    ["of nothing", "", []],
  ])("%s", (_name, text, expected) => expect(cells(text)).toEqual(expected));

  it.each([
    ["as many as may be", "a\n1\n,\n2\n\n3\n,\n", 4],
    ["one more than may be", "a\n1\n2\n3\n4", 5],
    ["and nothing after that one, not even what is wrong", 'a\n1\n2\n3\n4\n5\n"6', 5],
  ])("%s", (_name, text, count) => expect(cells(text)).toHaveLength(count));

  it("as spreadsheets in China save them", () => {
    expect(cells(Uint8Array.of(0xcd, 0xa8, 0xb9, 0xfd, 0x2c, 0x31))).toEqual([[1, "通过", "1"]]);
  });

  it.each([
    ["bytes of neither encoding", Uint8Array.of(0xff, 0xff, 0x2c), ["encoding", 1]],
    ["zeros, as UTF-16 has them", Uint8Array.of(0x61, 0, 0x62, 0), ["encoding", 1]],
    ["a quote that never ends", 'a,b\n"1,2', ["syntax", 2]],
    ["a line longer than any", `a,b\n${"x".repeat(20_001)},2`, ["syntax", 2]],
  ] as const)("refused: %s", (_name, bytes, expected) => expect(cells(bytes)).toEqual(expected));
});
