"use server";

import { defineAction } from "@/lib/http/define-action";
import {
  changeEndpoint,
  createEndpoint,
  pauseEndpoint,
  removeEndpoint,
  resumeEndpoint,
  rotateSecret,
  sendTest,
} from "@/lib/usecases/webhooks/manage-endpoints";
import { changedEndpointSchema, endpointIdSchema, newEndpointSchema } from "@/lib/webhooks/endpoint-form";

export const createEndpointAction = defineAction({
  name: "webhook.create",
  capability: "settings.manage",
  input: newEndpointSchema,
  run: createEndpoint,
});

export const changeEndpointAction = defineAction({
  name: "webhook.change",
  capability: "settings.manage",
  input: changedEndpointSchema,
  run: changeEndpoint,
});

export const rotateSecretAction = defineAction({
  name: "webhook.rotate",
  capability: "settings.manage",
  input: endpointIdSchema,
  run: rotateSecret,
});

export const pauseEndpointAction = defineAction({
  name: "webhook.pause",
  capability: "settings.manage",
  input: endpointIdSchema,
  run: pauseEndpoint,
});

export const resumeEndpointAction = defineAction({
  name: "webhook.resume",
  capability: "settings.manage",
  input: endpointIdSchema,
  run: resumeEndpoint,
});

export const removeEndpointAction = defineAction({
  name: "webhook.remove",
  capability: "settings.manage",
  input: endpointIdSchema,
  run: removeEndpoint,
});

export const sendTestAction = defineAction({
  name: "webhook.test",
  capability: "settings.manage",
  input: endpointIdSchema,
  rate: { max: 20, perSeconds: 60 },
  run: sendTest,
});
