import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Notice } from "@/lib/authority/gateway";
import { inOrder } from "./notice-order";

const notice = (number: number): Notice => ({
  number,
  at: number,
  orderId: null,
  sequence: null,
  body: { type: "smsDone", personId: `ppl_${number}` },
});
const numbers = (last: number, offered: readonly number[]) => {
  const { ready, gap } = inOrder(last, offered.map(notice));
  return { ready: ready.map(({ number }) => number), gap };
};

describe("notices in order", () => {
  it.each([
    ["nothing", 4, [], [], null],
    ["what follows", 4, [5, 6], [5, 6], null],
    ["shuffled", 4, [7, 5, 6], [5, 6, 7], null],
    ["twins", 4, [5, 5, 6, 5], [5, 6], null],
    ["seen long ago", 4, [1, 4, 2], [], null],
    ["seen and new", 4, [3, 5, 4], [5], null],
    ["a gap at once", 4, [6, 7, 7], [], { number: 5, held: 2 }],
    ["a gap further on", 4, [8, 5, 7], [5], { number: 6, held: 2 }],
  ] as const)("%s", (_name, last, offered, ready, gap) => {
    expect(numbers(last, offered)).toEqual({ ready, gap });
  });

  it("takes each once and in order, whatever is offered as long as it is offered again", () => {
    const offers = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(offers, (polls) => {
        const taken: number[] = [];
        const all = Array.from({ length: 12 }, (_, index) => index + 1);
        for (const offered of [...polls, all]) taken.push(...numbers(taken.length, offered).ready);
        expect(taken).toEqual(all);
      }),
    );
  });
});
