import { z } from "zod";
import { AFTER_TASKS } from "./tasks";

/** A tick set or taken away; the same schema in the browser and on the server. */
export const tickSchema = z.strictObject({
  serviceId: z.uuid(),
  task: z.enum(AFTER_TASKS),
  done: z.boolean(),
});
export type Tick = z.infer<typeof tickSchema>;
