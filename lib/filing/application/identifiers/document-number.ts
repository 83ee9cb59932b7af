import { type CertType, PERSON_ID_TYPES } from "../codes";
import { residentIdProblem } from "./resident-id";
import { isOldRegistrationNumber, organisationCodeProblem, usccProblem } from "./uscc";

/**
 * Form of a number by the kind of document it is printed on (DF §6.7, §7.1, §7.2). The answer names the kind of
 * mistake, never the number. `old` is accepted with advice: a number from before the three-in-one reform.
 */
export type NumberVerdict =
  | "ok"
  | "old"
  | "old-card"
  | "form"
  | "region"
  | "date"
  | "organisation-code"
  | "check-digit";

const ORGANISATION_CODE_TYPES: ReadonlySet<number> = new Set([3, 9, 10, 12, 16, 18, 20]);
/** Certificates that carry a unified social credit code today. */
const USCC_TYPES: ReadonlySet<number> = new Set([1, 4, 6, 13, 15, 17, 19, 36, 43]);
const PERSON_FORMS: Readonly<Partial<Record<CertType, RegExp>>> = {
  7: /^[A-Z0-9]{5,17}$/,
  8: /^.{4,20}$/,
  // Eight digits on the card; the booklet had ten and a letter, which 江苏 asks for (DF §6.7).
  11: /^[A-Z]?\d{8}(\d{2})?(\(?[A-Z]\)?)?$/,
  14: /^[HMC]\d{8}(\d{2})?$/,
  // The card of 2017 has three letters and twelve digits, that of 2023 eighteen characters beginning with 9.
  30: /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/,
};
const PERSON_TYPES: ReadonlySet<number> = new Set(PERSON_ID_TYPES);

export const isPersonDocument = (type: CertType): boolean => PERSON_TYPES.has(type);

export function documentNumber(type: CertType, value: string, today: string): NumberVerdict {
  if (type === 2) return residentIdProblem(value, today) ?? "ok";
  if (type === 41 || type === 42) return residentIdProblem(value, today, "permit") ?? "ok";
  const form = PERSON_FORMS[type];
  if (form) return form.test(value) ? "ok" : "form";
  if (ORGANISATION_CODE_TYPES.has(type)) {
    if (value.length > 10) return usccProblem(value) ?? "ok";
    return organisationCodeProblem(value) ?? "old";
  }
  if (USCC_TYPES.has(type)) {
    if (type === 1 && isOldRegistrationNumber(value)) return "old";
    return usccProblem(value) ?? "ok";
  }
  return /^[\p{L}\p{N}()（）〔〕[\]\-第号字]{2,64}$/u.test(value) ? "ok" : "form";
}
