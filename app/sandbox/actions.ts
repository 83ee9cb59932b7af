"use server";

import { z } from "zod";
import { defineAction } from "@/lib/http/define-action";
import { advanceSandboxClock, clockStep, steerDelivery } from "@/lib/usecases/sandbox/clock";
import { outageSchema, setOutage } from "@/lib/usecases/sandbox/outage";

// Public: the sandbox's tools are for whoever runs it. Their use cases refuse everything in production.
export const advanceClockAction = defineAction({
  name: "sandbox.clock.advance",
  capability: "public",
  input: z.strictObject({ step: clockStep }),
  run: (_actor, { step }) => advanceSandboxClock(step),
});

export const steerDeliveryAction = defineAction({
  name: "sandbox.delivery.steer",
  capability: "public",
  input: z.strictObject({ to: z.enum(["pause", "resume", "now"]) }),
  run: (_actor, { to }) => steerDelivery(to),
});

export const setOutageAction = defineAction({
  name: "sandbox.outage.set",
  capability: "public",
  input: z.strictObject({ outage: outageSchema }),
  run: (_actor, { outage }) => setOutage(outage),
});
