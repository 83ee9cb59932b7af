import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { Channel } from "@/lib/filing/policy/types";
import type { CancelTarget, StartCancellation } from "@/lib/filing/registry/cancel-input";
import type { Result } from "@/lib/filing/shared/result";
import { codeTo, messageTo } from "../accounts/testing";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOf } from "../registry/elsewhere";
import { HOUR, MINUTE, SECOND_SITE, SITE, type World } from "../testing";
import { channelsFor } from "./channels";
import { sendCancelCode } from "./send-cancel-code";
import { startCancellation } from "./start-cancellation";
import { loadTarget } from "./target";

export const WHO = "fresh-unit";

export interface Filed {
  readonly entityId: string;
  readonly entityNumber: string;
  /** Ids and numbers of its services, in their order. */
  readonly services: readonly { readonly id: string; readonly number: string }[];
}

/** An organiser with two websites, filed the long way. */
export async function fileTwo(world: World): Promise<Filed> {
  const seed = world.seedOf(WHO);
  await world.approved(WHO, SITE, SECOND_SITE);
  await world.pass(11 * MINUTE);
  for (const lead of [seed.lead, ...(seed.second ? [seed.second] : [])]) await verifyBySms(lead);
  await world.pass(HOUR);
  await approveAtDesk(await world.actor("officer"), seed.account.realName);
  await world.pass(MINUTE);
  return filedNow();
}

export async function filedNow(): Promise<Filed> {
  const [entity] = await read().select().from(t.entities);
  if (entity === undefined) throw new Error("nothing filed");
  const services = await read().select().from(t.services).where(eq(t.services.entityId, entity.id));
  return {
    ...{ entityId: entity.id, entityNumber: entity.number },
    services: services
      .map(({ id, number }) => ({ id, number }))
      .sort((a, b) => a.number.localeCompare(b.number)),
  };
}

/** What somebody who copies the numbers and has every lead's code sends. */
export async function filledIn(
  world: World,
  target: CancelTarget,
  channel: Channel = "PHONE",
  who = WHO,
): Promise<StartCancellation> {
  const actor = await world.actor(who);
  const elsewhere = await elsewhereOf(read(), target.entityId);
  const found = await loadTarget(read(), actor, target, await currentPolicy(), elsewhere);
  if (!found.ok) throw new Error(found.error.code);
  const { leads, numbers } = found.value;
  const codes: StartCancellation["codes"][number][] = [];
  const asked = channelsFor(target.type, await currentPolicy()).length > 0 ? leads : [];
  for (const { id: personId, phone1 = "", email = "" } of asked) {
    const sent = await sendCancelCode(actor, { ...target, personId, channel });
    if (!sent.ok) throw new Error(sent.error.reason ?? sent.error.code);
    const code =
      channel === "PHONE"
        ? await codeTo(phone1)
        : (/(?<!\d)\d{6}(?!\d)/.exec((await messageTo(email)).body)?.[0] ?? "");
    codes.push({ personId, channel, code });
  }
  return {
    ...{ ...target, codes, understood: true, lastService: false },
    typed: [...numbers],
  };
}

export const begin = async (
  world: World,
  target: CancelTarget,
  more: Partial<StartCancellation> = {},
): Promise<Result<{ orderId: string }>> =>
  startCancellation(await world.actor(WHO), { ...(await filledIn(world, target)), ...more });

/** @throws when it does not begin. */
export async function begun(world: World, target: CancelTarget, more: Partial<StartCancellation> = {}) {
  const started = await begin(world, target, more);
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  return started.value.orderId;
}
