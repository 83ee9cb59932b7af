/** Weighted sums of check characters, by tables of char codes: the rules ask for them on every keystroke. */
export type CharValues = readonly number[];

/** Value of each character of an alphabet by its code; other ASCII characters count -1. */
export const charValues = (alphabet: string): CharValues =>
  Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)));

/** Sum of weight × value over the characters from `start` on, one a weight. */
export function weightedSum(
  text: string,
  start: number,
  weights: readonly number[],
  values: CharValues,
): number {
  let sum = 0;
  let at = start;
  for (const weight of weights) {
    sum += weight * (values[text.charCodeAt(at)] ?? -1);
    at += 1;
  }
  return sum;
}
