import { z } from "zod";

/** A machine of the provider's each; nobody has more gateways. */
export const MAX_CONSUMERS = 20;

/** What the form of a new consumer asks for; the same schema in the browser and on the server. */
export const newConsumerSchema = z.strictObject({
  name: z.string().trim().min(1, "serving.name-missing").max(60, "serving.name-long"),
});
export type NewConsumer = z.infer<typeof newConsumerSchema>;

export const consumerIdSchema = z.strictObject({ consumerId: z.uuid() });
