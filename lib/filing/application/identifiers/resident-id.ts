import { isDay } from "../../shared/dates";
import { charValues, weightedSum } from "./weights";

/** Resident identity numbers, GB 11643 (DF §7.1). The number itself is never put into a message. */
export type ResidentIdProblem = "old-card" | "form" | "region" | "date" | "check-digit";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const DIGITS = charValues("0123456789");
const CHECK = "10X98765432";
const FORM = /^\d{17}[\dX]$/;
const MAINLAND = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65".split(" "),
);
/** Residence permits of people of Hong Kong, Macao and Taiwan carry these instead of a province. */
const SPECIAL = new Set(["81", "82", "83"]);

export const residentIdCheckDigit = (first17: string): string =>
  CHECK[weightedSum(first17, 0, WEIGHTS, DIGITS) % 11] ?? "";

/** Birth day printed in the number, `YYYY-MM-DD`; null when the number has no such form. */
export function birthDayOf(id: string): string | null {
  if (!FORM.test(id)) return null;
  const day = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  return isDay(day) ? day : null;
}

/** Sex by the seventeenth digit: odd for men. Only of a number with the right form. */
export const sexOfResidentId = (id: string): "male" | "female" =>
  Number(id[16]) % 2 === 1 ? "male" : "female";

/** Six-digit province code (`110000`) of a resident ID. */
export const provinceOfResidentId = (id: string): string => `${id.slice(0, 2)}0000`;

/** First problem of a number, or null. `today` is the civil day of the check. */
export function residentIdProblem(
  id: string,
  today: string,
  kind: "resident" | "permit" = "resident",
): ResidentIdProblem | null {
  if (!FORM.test(id)) return /^\d{15}$/.test(id) ? "old-card" : "form";
  if (!(kind === "permit" ? SPECIAL : MAINLAND).has(id.slice(0, 2))) return "region";
  const birth = birthDayOf(id);
  if (birth === null || birth >= today || birth < "1880-01-01") return "date";
  return residentIdCheckDigit(id) === id[17] ? null : "check-digit";
}
