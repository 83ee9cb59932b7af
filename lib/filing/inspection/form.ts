import { z } from "zod";
import { INSPECTION_FAILURES } from "./failures";

/** What the forms of inspections ask for; the same schemas in the browser and on the server. */
const text = (missing: string) => z.string().trim().min(1, missing).max(500, "inspection.long");

export const openInspectionSchema = z
  .strictObject({
    entityId: z.uuid(),
    failure: z.enum(INSPECTION_FAILURES, "inspection.failure"),
    /** Null: the organiser, or his lead. */
    serviceId: z.uuid().nullable(),
    domain: z.string().min(1).max(253).nullable(),
    /** The last day of the authority's letter, where it asked on paper; null: the provider's own check. */
    letterUntil: z.iso.date("inspection.until").nullable(),
    /** What stands on the letter, by which it is found again. */
    letterNumber: z
      .string()
      .trim()
      .min(1, "inspection.letter-number")
      .max(60, "inspection.letter-long")
      .nullable(),
    /** What was found; its owner reads it. */
    found: text("inspection.found"),
  })
  .superRefine(({ letterUntil, letterNumber }, ctx) => {
    if ((letterUntil === null) === (letterNumber === null)) return;
    const [path, message] =
      letterUntil === null
        ? ["letterUntil", "inspection.until"]
        : ["letterNumber", "inspection.letter-number"];
    ctx.addIssue({ code: "custom", path: [path], message });
  });
export type OpenInspection = z.infer<typeof openInspectionSchema>;

export const knownInspectionSchema = z.strictObject({ inspectionId: z.uuid(), version: z.int().min(1) });
export type KnownInspection = z.infer<typeof knownInspectionSchema>;

export const answerInspectionSchema = knownInspectionSchema.extend({ answer: text("inspection.answer") });
export type AnswerInspection = z.infer<typeof answerInspectionSchema>;

/** Words of staff that its owner reads. */
export const judgeInspectionSchema = knownInspectionSchema.extend({ reason: text("inspection.reason") });
export type JudgeInspection = z.infer<typeof judgeInspectionSchema>;

export const extendInspectionSchema = judgeInspectionSchema.extend({
  /** The new last day. */
  until: z.iso.date("inspection.until"),
});
export type ExtendInspection = z.infer<typeof extendInspectionSchema>;

export const orderCancellationSchema = knownInspectionSchema.extend({
  type: z.enum(["CANCEL_ACCESS", "CANCEL_SERVICE", "CANCEL_ENTITY"]),
  /** Null: the organiser. */
  serviceId: z.uuid().nullable(),
  /** Staff read that the organiser becomes a shell. */
  lastService: z.boolean(),
});
export type OrderCancellation = z.infer<typeof orderCancellationSchema>;

/** The authority's own notice: of a number, with so many natural days from today. */
export const sendInspectionSchema = z.strictObject({
  number: z.string().min(1).max(60),
  failure: z.enum(INSPECTION_FAILURES, "inspection.failure"),
  domain: z.string().min(1).max(253).nullable(),
  days: z.int().min(0).max(90),
});
export type SendInspection = z.infer<typeof sendInspectionSchema>;
