"use server";

import { manualCallSchema, refuseManualSchema } from "@/lib/filing/manual/form";
import { defineAction } from "@/lib/http/define-action";
import { callTicket, refuseTicket } from "@/lib/usecases/manual/work-ticket";

export const callTicketAction = defineAction({
  name: "ticket.call",
  capability: "review.decide",
  input: manualCallSchema,
  run: callTicket,
});

export const refuseTicketAction = defineAction({
  name: "ticket.refuse",
  capability: "review.decide",
  input: refuseManualSchema,
  run: refuseTicket,
});
