import { describe, expect, it, test } from "vitest";
import { COLORS, CONTRASTS, tokensCss } from "./tokens";

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe("contrast", () => {
  test("black on white is 21", () => expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21));

  for (const [on, under, ratio] of CONTRASTS)
    for (const side of [0, 1] as const)
      test(`${on} on ${under}, ${side ? "dark" : "light"}`, () =>
        expect(contrast(COLORS[on][side], COLORS[under][side])).toBeGreaterThanOrEqual(ratio));

  it("is asked of every colour but lines", () => {
    const asked = new Set(CONTRASTS.flatMap(([on, under]) => [on as string, under]));
    expect(Object.keys(COLORS).filter((name) => !asked.has(name))).toEqual(["line"]);
  });
});

test("tokens.css is what the table says", async () => {
  await expect(tokensCss()).toMatchFileSnapshot("./tokens.css");
});
