/** Unified social credit codes (GB 32100) and organisation codes (GB 11714), DF §7.2. */
export type UsccProblem = "form" | "organisation-code" | "check-digit";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const DIGITS_AND_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const weighted = (text: string, weights: readonly number[], alphabet: string): number =>
  weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text[i] ?? ""), 0);

/** Check character of the first 17 characters. */
export const usccCheckDigit = (first17: string): string =>
  ALPHABET[(31 - (weighted(first17, WEIGHTS, ALPHABET) % 31)) % 31] ?? "";

/** Check character of the first eight characters of an organisation code. */
export function organisationCheckDigit(first8: string): string {
  const rest = 11 - (weighted(first8, ORGANISATION_WEIGHTS, DIGITS_AND_LETTERS) % 11);
  return rest === 10 ? "X" : rest === 11 ? "0" : String(rest);
}

/** Old organisation code, nine characters, with or without the hyphen. */
export function isOrganisationCode(value: string): boolean {
  const code = value.replace("-", "");
  return /^[0-9A-Z]{8}[0-9X]$/.test(code) && organisationCheckDigit(code.slice(0, 8)) === code[8];
}

/** Registration number of a business licence before the three-in-one reform. */
export const isOldRegistrationNumber = (value: string): boolean => /^\d{15}$/.test(value);

/** First problem of a code, or null. */
export function usccProblem(value: string): UsccProblem | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return "form";
  if (!isOrganisationCode(value.slice(8, 17))) return "organisation-code";
  return usccCheckDigit(value.slice(0, 17)) === value[17] ? null : "check-digit";
}

/** Six-digit province code of the registering authority; `100000` for the state's own register. */
export const provinceOfUscc = (value: string): string => `${value.slice(2, 4)}0000`;
