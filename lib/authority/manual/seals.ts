import "server-only";
import type { HandoverFact } from "@/lib/filing/handover/records";
import { masterKey, open, seal, unwrap } from "@/lib/secrets";
import type { SubmissionPayload } from "../gateway";

/** Notices nobody asked for carry numbers only, and belong to no order. */
export interface CancelledFact {
  readonly type: "cancelled";
  readonly numbers: readonly string[];
}

const aad = (sequence: number, what: string) => `manual:${sequence}:${what}`;

export const sealPayload = (wrapped: Buffer, sequence: number, payload: SubmissionPayload): Buffer =>
  seal(unwrap(wrapped), payload, aad(sequence, "payload"));

export const openPayload = (wrapped: Buffer, sequence: number, blob: Buffer): SubmissionPayload =>
  open<SubmissionPayload>(unwrap(wrapped), blob, aad(sequence, "payload"));

export const sealFact = (wrapped: Buffer, sequence: number, fact: HandoverFact): Buffer =>
  seal(unwrap(wrapped), fact, aad(sequence, "record"));

export const openFact = (wrapped: Buffer, sequence: number, blob: Buffer): HandoverFact =>
  open<HandoverFact>(unwrap(wrapped), blob, aad(sequence, "record"));

export const sealCancelled = (fact: CancelledFact): Buffer => seal(masterKey(), fact, "manual:cancelled");
export const openCancelled = (blob: Buffer): CancelledFact =>
  open<CancelledFact>(masterKey(), blob, "manual:cancelled");
