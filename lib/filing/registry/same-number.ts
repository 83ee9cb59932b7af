import { formatFilingNumber, parseFilingNumber } from "../application/identifiers/filing-number";

/** A number as one writes it: without 号, in small letters, with blanks. */
export function isSameNumber(typed: string, number: string): boolean {
  const [one, other] = [parseFilingNumber(typed.replace(/\s/g, "")), parseFilingNumber(number)];
  return one !== null && other !== null && formatFilingNumber(one) === formatFilingNumber(other);
}
