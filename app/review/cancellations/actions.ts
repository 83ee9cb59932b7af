"use server";

import { z } from "zod";
import { REVIEW_REASONS } from "@/lib/filing/registry/cancel-reasons";
import { defineAction } from "@/lib/http/define-action";
import { passCancellation, returnCancellation } from "@/lib/usecases/review/decide-cancellation";

const seen = { orderId: z.uuid(), version: z.int().positive() };
const words = z.string().max(1000);

export const passCancellationAction = defineAction({
  name: "review.cancellation.pass",
  capability: "review.decide",
  input: z.strictObject({ ...seen, overrideReason: words }),
  run: passCancellation,
});

export const returnCancellationAction = defineAction({
  name: "review.cancellation.return",
  capability: "review.decide",
  input: z.strictObject({ ...seen, code: z.enum(REVIEW_REASONS), words }),
  run: returnCancellation,
});
