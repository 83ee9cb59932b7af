import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "../../support/isolated";
import { rows } from "../../support/state";
import type { Maker } from "./maker";
import { PERSONAS } from "./personas";

const { reviewer: REVIEWER, admin: ADMIN } = PERSONAS;

/** What other systems are let in with, or told by. */
export interface Outside {
  readonly endpoint: { readonly live: string; readonly removed: string };
  readonly consumer: { readonly live: string; readonly revoked: string };
  readonly servingToken: { readonly live: string; readonly revoked: string; readonly users: string };
  readonly delivery: { readonly failed: string; readonly done: string };
}

export async function makeConsumers(maker: Maker): Promise<Pick<Outside, "consumer" | "servingToken">> {
  const actions = "app/review/serving/actions.ts";
  const make = async (name: string) => {
    const { token = "" } = await maker.does(ADMIN, `${actions}#createConsumerAction`, { name });
    return { token, id: maker.newest("serving_consumers") };
  };
  const [live, revoked] = [await make("gateway"), await make("gateway before")];
  await maker.does(ADMIN, `${actions}#revokeConsumerAction`, { consumerId: revoked.id });
  const { token: users = "" } = await maker.does(
    REVIEWER,
    "app/console/tokens/actions.ts#createTokenAction",
    {
      name: "a user's",
      days: 30,
    },
  );
  return {
    consumer: { live: live.id, revoked: revoked.id },
    servingToken: { live: live.token, revoked: revoked.token, users },
  };
}

/** A receiver that takes nothing any more, so that a delivery waits for staff; and one that was taken away. */
export async function makeEndpoints(maker: Maker): Promise<Pick<Outside, "endpoint" | "delivery">> {
  const receiver = createServer((_request, response) => void response.writeHead(410).end());
  await once(receiver.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const actions = "app/review/webhooks/actions.ts";
  const make = async (description: string) => {
    await maker.does(ADMIN, `${actions}#createEndpointAction`, { url, description, events: ["expired"] });
    return maker.newest("webhook_endpoints");
  };
  const [live, removed] = [await make("live"), await make("removed")];
  await maker.does(ADMIN, `${actions}#removeEndpointAction`, { endpointId: removed });
  await maker.does(ADMIN, `${actions}#sendTestAction`, { endpointId: live });
  const failed = () =>
    rows<{ id: string }>(maker.server, "SELECT id FROM outbox WHERE failed_at IS NOT NULL")[0]?.id ?? "";
  await expect.poll(failed).not.toBe("");
  receiver.close();
  return {
    endpoint: { live, removed },
    delivery: { failed: failed(), done: maker.newest("outbox", "done_at IS NOT NULL") },
  };
}
