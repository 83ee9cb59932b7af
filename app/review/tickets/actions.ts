"use server";

import { executeManualSchema, manualCallSchema, refuseManualSchema } from "@/lib/filing/manual/form";
import { defineAction } from "@/lib/http/define-action";
import { executeTicket } from "@/lib/usecases/manual/carry-out";
import { callTicket, refuseTicket } from "@/lib/usecases/manual/work-ticket";

export const callTicketAction = defineAction({
  name: "ticket.call",
  capability: "review.decide",
  input: manualCallSchema,
  run: callTicket,
});

export const executeTicketAction = defineAction({
  name: "ticket.execute",
  capability: "review.decide",
  input: executeManualSchema,
  run: executeTicket,
});

export const refuseTicketAction = defineAction({
  name: "ticket.refuse",
  capability: "review.decide",
  input: refuseManualSchema,
  run: refuseTicket,
});
