/** What is left of a personal value where the whole is not needed: enough to recognise, not enough to use. */

/** `138****2234`; short or odd numbers keep only their last two characters. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : tail(phone, 2);

/** `1101**********0011` for an 18-character ID; other documents keep the last four characters. */
export const maskIdNo = (idNo: string): string =>
  idNo.length >= 15 ? `${idNo.slice(0, 4)}${"*".repeat(idNo.length - 8)}${idNo.slice(-4)}` : tail(idNo, 4);

/** `陈**`: the first character, and that there is more. */
export const maskName = (name: string): string =>
  name === "" ? "" : `${[...name][0]}${"*".repeat(Math.max(1, [...name].length - 1))}`;

/** `zh***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at <= 0 ? tail(email, 0) : `${email.slice(0, Math.min(2, at - 1))}***${email.slice(at)}`;
}

/** By the field's own name, for lists of mixed fields. */
export function maskValue(path: string, value: string): string {
  if (path.endsWith("email")) return maskEmail(value);
  return /phone\d?$/i.test(path) ? maskPhone(value) : maskIdNo(value);
}

const tail = (value: string, keep: number): string =>
  `${"*".repeat(Math.max(4, value.length - keep))}${keep > 0 ? value.slice(-keep) : ""}`;
