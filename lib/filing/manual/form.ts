import { z } from "zod";
import { APPLICANT_IDS, MANUAL_SIDES, MANUAL_SLOTS } from "./slots";
import { MANUAL_CALLS, MANUAL_KINDS } from "./states";

/** What the forms of the manual path ask for; the same schemas in the browser and on the server. */
const text = (most: number, missing: string, long: string) =>
  z.string().trim().min(1, missing).max(most, long);

export const openManualSchema = z.strictObject({
  entityId: z.uuid(),
  kind: z.enum(MANUAL_KINDS),
  serviceIds: z.array(z.uuid()).max(40),
  /** Who asks, and the number he can be called at. */
  applicant: text(60, "manual.applicant", "manual.long"),
  applicantId: z.enum(APPLICANT_IDS),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+ -]{6,20}$/, "manual.phone"),
  why: text(500, "manual.why", "manual.long"),
  /** ID documents are sensitive data: their processing is agreed to by an act of its own. */
  consent: z.literal(true, { error: "manual.consent" }),
});
export type OpenManual = z.infer<typeof openManualSchema>;

export const manualIdSchema = z.strictObject({ requestId: z.uuid(), version: z.int().min(1) });
export type ManualId = z.infer<typeof manualIdSchema>;

export const manualSlotSchema = z.strictObject({
  slot: z.enum(MANUAL_SLOTS),
  side: z.enum(MANUAL_SIDES),
  /** SHA-256 of the file as the browser read it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ManualPlace = z.infer<typeof manualSlotSchema>;

export const manualCallSchema = manualIdSchema.extend({
  outcome: z.enum(MANUAL_CALLS),
  note: text(500, "manual.note", "manual.long"),
});
export type ManualCallInput = z.infer<typeof manualCallSchema>;

/** `lastService`: staff read that the organiser becomes a shell, and the person wants it all the same. */
export const executeManualSchema = manualIdSchema.extend({ lastService: z.boolean() });
export type ExecuteManual = z.infer<typeof executeManualSchema>;

export const refuseManualSchema = manualIdSchema.extend({
  reason: text(500, "manual.reason", "manual.long"),
});
export type RefuseManual = z.infer<typeof refuseManualSchema>;
