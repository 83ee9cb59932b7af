"use server";

import { consumerIdSchema, newConsumerSchema } from "@/lib/filing/serving/consumer-form";
import { defineAction } from "@/lib/http/define-action";
import { createConsumer, revokeConsumer } from "@/lib/usecases/serving/consumers";

export const createConsumerAction = defineAction({
  name: "serving.create",
  capability: "settings.manage",
  input: newConsumerSchema,
  run: createConsumer,
});

export const revokeConsumerAction = defineAction({
  name: "serving.revoke",
  capability: "settings.manage",
  input: consumerIdSchema,
  run: revokeConsumer,
});
