import "server-only";
import { masterKey, open, seal, unwrap } from "@/lib/secrets";
import type { NoticeBody, SubmissionPayload } from "../gateway";

/** Everything personal of a submission is ciphertext under that submission's own data key. */
export interface SubmissionKey {
  readonly sequence: number;
  readonly wrappedKey: Buffer;
}

const aad = (sequence: number, what: string) => `authority:${sequence}:${what}`;

export const sealPayload = (key: Buffer, sequence: number, payload: SubmissionPayload): Buffer =>
  seal(key, payload, aad(sequence, "payload"));

export const openPayload = (row: SubmissionKey & { readonly payloadEnc: Buffer }): SubmissionPayload =>
  open<SubmissionPayload>(unwrap(row.wrappedKey), row.payloadEnc, aad(row.sequence, "payload"));

/** A notice nobody asked for belongs to no submission: it names filing numbers, which are public. */
const noticeKey = (row: SubmissionKey | null): readonly [Buffer, string] =>
  row === null
    ? [masterKey(), "authority:unasked:notice"]
    : [unwrap(row.wrappedKey), aad(row.sequence, "notice")];

export function sealNotice(row: SubmissionKey | null, body: NoticeBody): Buffer {
  const [key, about] = noticeKey(row);
  return seal(key, body, about);
}

export function openNotice(row: SubmissionKey | null, blob: Buffer): NoticeBody {
  const [key, about] = noticeKey(row);
  return open<NoticeBody>(key, blob, about);
}

export interface SmsText {
  readonly to: string;
  readonly body: string;
}

export const sealSms = (row: SubmissionKey, sms: SmsText): Buffer =>
  seal(unwrap(row.wrappedKey), sms, aad(row.sequence, "sms"));

export const openSms = (row: SubmissionKey, blob: Buffer): SmsText =>
  open<SmsText>(unwrap(row.wrappedKey), blob, aad(row.sequence, "sms"));
