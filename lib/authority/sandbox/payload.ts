import "server-only";
import { open, seal, unwrap } from "@/lib/secrets";
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

export const sealNotice = (row: SubmissionKey, body: NoticeBody): Buffer =>
  seal(unwrap(row.wrappedKey), body, aad(row.sequence, "notice"));

export const openNotice = (row: SubmissionKey, blob: Buffer): NoticeBody =>
  open<NoticeBody>(unwrap(row.wrappedKey), blob, aad(row.sequence, "notice"));

export interface SmsText {
  readonly to: string;
  readonly body: string;
}

export const sealSms = (row: SubmissionKey, sms: SmsText): Buffer =>
  seal(unwrap(row.wrappedKey), sms, aad(row.sequence, "sms"));

export const openSms = (row: SubmissionKey, blob: Buffer): SmsText =>
  open<SmsText>(unwrap(row.wrappedKey), blob, aad(row.sequence, "sms"));
