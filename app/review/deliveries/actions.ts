"use server";

import { z } from "zod";
import { defineAction } from "@/lib/http/define-action";
import { retryDelivery } from "@/lib/usecases/notifications/retry-delivery";

export const retryDeliveryAction = defineAction({
  name: "delivery.retry",
  capability: "delivery.manage",
  input: z.strictObject({ deliveryId: z.uuid() }),
  run: retryDelivery,
});
