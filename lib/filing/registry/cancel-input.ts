import { z } from "zod";
import { CANCELLATIONS } from "../lifecycle/life";
import { CHANNELS } from "../policy/types";

/** What is to go: the organiser with everything under it (no services named), or services of it by their ids. */
export const CancelTarget = z.strictObject({
  type: z.enum(CANCELLATIONS),
  entityId: z.uuid(),
  services: z.array(z.uuid()).max(50),
});
export type CancelTarget = z.infer<typeof CancelTarget>;

/** A code to whoever answers for it. */
export const CancelCodeInput = CancelTarget.extend({
  personId: z.string().max(40),
  channel: z.enum(CHANNELS),
});
export type CancelCodeInput = z.infer<typeof CancelCodeInput>;

export const StartCancellation = CancelTarget.extend({
  /** The filing numbers as they were typed, in the order in which they were shown. */
  typed: z.array(z.string().trim().max(60)).max(50),
  understood: z.boolean(),
  /** That the organiser becomes a shell was read and is wanted. */
  lastService: z.boolean(),
  /** The authority's filing password, where the provider asks for it; longer ones are refused with a sentence. */
  password: z.string().trim().max(200).optional(),
  codes: z
    .array(
      z.strictObject({
        personId: z.string().max(40),
        channel: z.enum(CHANNELS),
        code: z.string().trim().max(20),
      }),
    )
    .max(50),
});
export type StartCancellation = z.infer<typeof StartCancellation>;
