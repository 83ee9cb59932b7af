"use server";

import { z } from "zod";
import { LookUpInput } from "@/lib/filing/handover/look-up";
import { CancelledInput, HandoverInput } from "@/lib/filing/handover/records";
import { defineAction } from "@/lib/http/define-action";
import { recordLookUp } from "@/lib/usecases/handover/look-ups";
import { recordCancellation, recordHandover, takeHandover } from "@/lib/usecases/handover/record-handover";
import { revealPassword } from "@/lib/usecases/handover/reveal-password";

export const takeHandoverAction = defineAction({
  name: "handover.take",
  capability: "handover.work",
  input: z.strictObject({ sequence: z.int().positive() }),
  run: takeHandover,
});

export const revealPasswordAction = defineAction({
  name: "handover.password",
  capability: "handover.work",
  input: z.strictObject({ sequence: z.int().positive() }),
  run: revealPassword,
});

export const recordHandoverAction = defineAction({
  name: "handover.record",
  capability: "handover.work",
  input: HandoverInput,
  run: recordHandover,
});

export const recordCancellationAction = defineAction({
  name: "handover.cancel",
  capability: "handover.work",
  input: CancelledInput,
  run: recordCancellation,
});

export const recordLookUpAction = defineAction({
  name: "handover.look-up",
  capability: "handover.work",
  input: LookUpInput,
  run: recordLookUp,
});
