import { z } from "zod";

/** Where a submission stands that staff key into the authority's own system by hand. */
export const HANDOVER_STATES = [
  "received",
  "downloaded",
  "sent",
  "sms",
  "review",
  "smsFailed",
  "approved",
  "rejected",
  "refused",
  "superseded",
] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** The authority still owes an answer; an organiser and a domain may be in flight only once. */
export const HANDOVER_OPEN = [
  "received",
  "downloaded",
  "sent",
  "sms",
  "review",
] as const satisfies readonly HandoverState[];
export const isOpen = (state: HandoverState): boolean =>
  (HANDOVER_OPEN as readonly HandoverState[]).includes(state);

/** What the authority's own form may answer when it does not take an entry. */
export const DOOR_CODES = [
  "ORGANIZER_CONFLICT",
  "DOMAIN_CONFLICT",
  "ORGANIZER_NOT_FILED",
  "NUMBER_MISMATCH",
  "SERVICE_NOT_FILED",
  "ORGANIZER_BLACKLISTED",
  "CANCELLATION_RUNNING",
  "ONLY_ACCESS",
  "FILING_PASSWORD_MISSING",
  "FILING_PASSWORD_WRONG",
  "FILING_PASSWORD_LOCKED",
] as const;
export const CONFLICT_CODES = ["ORGANIZER_CONFLICT", "DOMAIN_CONFLICT"] as const;
export const SMS_CAUSES = ["timeout", "wrong_inputs"] as const;

const number = z.string().trim().max(40);
const item = z.strictObject({
  code: z.string().max(60),
  target: z.string().max(200),
  text: z
    .string()
    .trim()
    .max(1000, { error: "handover.text-long" })
    .nullable()
    .transform((text) => (text === "" ? null : text)),
});

/** What staff may record of one submission: the authority's word, as they read it in its system. */
export const HandoverRecord = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("sent") }),
  z.strictObject({ type: z.literal("refused"), code: z.enum(DOOR_CODES) }),
  /** Of a cancellation for which nobody verifies: the review begins. */
  z.strictObject({ type: z.literal("accepted") }),
  z.strictObject({ type: z.literal("smsStarted") }),
  z.strictObject({ type: z.literal("smsDone"), personId: z.string().max(60) }),
  z.strictObject({ type: z.literal("smsFailed"), cause: z.enum(SMS_CAUSES) }),
  z.strictObject({
    type: z.literal("approved"),
    entityNumber: number,
    services: z.record(z.string().max(60), number),
  }),
  /** What a cancellation asked for was struck off, or is not served by us any more. */
  z.strictObject({ type: z.literal("struck") }),
  z.strictObject({ type: z.literal("rejected"), items: z.array(item).min(1).max(60) }),
  z.strictObject({
    type: z.literal("conflict"),
    code: z.enum(CONFLICT_CODES),
    target: z.string().max(200),
  }),
]);
export type HandoverRecord = z.infer<typeof HandoverRecord>;

/** What can happen to a submission: what staff record, and that they took it out to key it in. */
export type HandoverFact = HandoverRecord | { readonly type: "downloaded" };
export type HandoverFactType = HandoverFact["type"];

/** A record for one submission, in the version the page showed. */
export const HandoverInput = z.strictObject({
  sequence: z.int().positive(),
  version: z.int().positive(),
  record: HandoverRecord,
});
export type HandoverInput = z.infer<typeof HandoverInput>;

/** Numbers the authority cancelled without having been asked. */
export const CancelledInput = z.strictObject({
  numbers: z.array(number.min(1)).min(1, { error: "handover.number-missing" }).max(100),
});
export type CancelledInput = z.infer<typeof CancelledInput>;
