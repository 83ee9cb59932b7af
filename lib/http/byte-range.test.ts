import { describe, expect, it } from "vitest";
import { byteRange, rangeHead } from "./byte-range";

describe("byteRange", () => {
  it.each([
    [null, null],
    ["bytes=0-", { start: 0, end: 1000 }],
    ["bytes=0-0", { start: 0, end: 1 }],
    ["bytes=500-999", { start: 500, end: 1000 }],
    ["bytes=500-5000", { start: 500, end: 1000 }],
    ["bytes=999-", { start: 999, end: 1000 }],
    ["bytes=1000-", "unsatisfiable"],
    ["bytes=-1", { start: 999, end: 1000 }],
    ["bytes=-5000", { start: 0, end: 1000 }],
    ["bytes=-0", "unsatisfiable"],
    // Not understood: the whole file.
    ["bytes=9-3", null],
    ["bytes=-", null],
    ["bytes=0-1,5-6", null],
    ["lines=1-2", null],
    ["bytes=1e3-", null],
  ] as const)("%s", (header, wanted) => expect(byteRange(header, 1000)).toEqual(wanted));
});

it("answers with what it gives", () => {
  expect(rangeHead(null, 1000)).toMatchObject({ status: 200, headers: { "Content-Length": "1000" } });
  expect(rangeHead({ start: 10, end: 20 }, 1000)).toMatchObject({
    status: 206,
    headers: { "Content-Range": "bytes 10-19/1000", "Content-Length": "10" },
  });
  expect(rangeHead("unsatisfiable", 1000)).toMatchObject({
    status: 416,
    headers: { "Content-Range": "bytes */1000" },
  });
});
