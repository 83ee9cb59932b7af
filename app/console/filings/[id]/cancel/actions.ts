"use server";

import { CancelCodeInput, StartCancellation } from "@/lib/filing/registry/cancel-input";
import { defineAction } from "@/lib/http/define-action";
import { sendCancelCode } from "@/lib/usecases/cancel/send-cancel-code";
import { startCancellation } from "@/lib/usecases/cancel/start-cancellation";

export const sendCancelCodeAction = defineAction({
  name: "cancel.code",
  capability: "filing.cancel.own",
  input: CancelCodeInput,
  run: sendCancelCode,
});

export const startCancellationAction = defineAction({
  name: "cancel.start",
  capability: "filing.cancel.own",
  input: StartCancellation,
  run: startCancellation,
});
