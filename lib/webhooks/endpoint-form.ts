import { z } from "zod";
import { WEBHOOK_EVENTS } from "./events";

/** What the form of a receiver asks for; the same schema in the browser and on the server. */
export const newEndpointSchema = z.strictObject({
  url: z
    .string()
    .trim()
    .refine((text) => text.length > 0, "webhook.url-missing")
    .refine((text) => text.length <= 500, "webhook.url"),
  description: z
    .string()
    .trim()
    .refine((text) => text.length <= 100, "webhook.description-long"),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .max(WEBHOOK_EVENTS.length)
    .refine((events) => events.length > 0, "webhook.events-missing"),
});
export type NewEndpoint = z.infer<typeof newEndpointSchema>;
export const changedEndpointSchema = newEndpointSchema.extend({ endpointId: z.uuid() });
export type ChangedEndpoint = z.infer<typeof changedEndpointSchema>;
export const endpointIdSchema = z.strictObject({ endpointId: z.uuid() });
