import type { Nature } from "../codes";
import { charValues, weightedSum } from "./weights";

/** Unified social credit codes (GB 32100) and organisation codes (GB 11714), DF §7.2. */
export type UsccProblem = "form" | "organisation-code" | "check-digit";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const VALUES = charValues(ALPHABET);
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_VALUES = charValues("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of the first 17 characters. */
export const usccCheckDigit = (first17: string): string =>
  ALPHABET[(31 - (weightedSum(first17, 0, WEIGHTS, VALUES) % 31)) % 31] ?? "";

/** Check character of the eight characters from `start` on. */
export function organisationCheckDigit(code: string, start = 0): string {
  const rest = 11 - (weightedSum(code, start, ORGANISATION_WEIGHTS, ORGANISATION_VALUES) % 11);
  return rest === 10 ? "X" : rest === 11 ? "0" : String(rest);
}

/** What is wrong with an old organisation code: nine characters, with or without the hyphen; null = nothing. */
export function organisationCodeProblem(value: string): "form" | "check-digit" | null {
  const code = value.replace("-", "");
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return "form";
  return organisationCheckDigit(code) === code[8] ? null : "check-digit";
}
export const isOrganisationCode = (value: string): boolean => organisationCodeProblem(value) === null;

/** Registration number of a business licence before the three-in-one reform. */
export const isOldRegistrationNumber = (value: string): boolean => /^\d{15}$/.test(value);

/** First problem of a code, or null. */
export function usccProblem(value: string): UsccProblem | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return "form";
  if (organisationCheckDigit(value, 8) !== value[16]) return "organisation-code";
  return usccCheckDigit(value) === value[17] ? null : "check-digit";
}

/** Six-digit province code of the registering authority; `100000` for the state's own register. */
export const provinceOfUscc = (value: string): string => `${value.slice(2, 4)}0000`;

/** First character by the department that registers organisers of a nature: commerce, institutions, civil affairs. */
const REGISTER: Readonly<Partial<Record<Nature, string>>> = {
  2: "1",
  3: "1",
  4: "9",
  6: "5",
  9: "5",
  10: "5",
};

/** Was the code issued by another department than that of the nature (DF §7.2)? Natures without a rule fit any. */
export function registerDiffers(nature: Nature, uscc: string): boolean {
  const expected = REGISTER[nature];
  return expected !== undefined && uscc.length === 18 && uscc[0] !== expected;
}
