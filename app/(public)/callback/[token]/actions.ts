"use server";

import { defineAction } from "@/lib/http/define-action";
import { askCallback } from "@/lib/usecases/callbacks/ask-callback";
import { CallbackRequest, CallbackToken } from "@/lib/usecases/callbacks/form";

/** The counter of the link protects the digits; this rate only keeps one sender from trying many links. */
export const requestCallbackByLinkAction = defineAction({
  name: "callback.request",
  capability: "public",
  rate: { max: 20, perSeconds: 300 },
  input: CallbackRequest.extend({ token: CallbackToken }),
  run: (_actor, input) => askCallback(input),
});
