import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { emptyApplication, personById, serviceById } from "@/lib/filing/application/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { titleOf } from "@/lib/filing/application/draft-sections";
import { type Possibility, possibilitiesOf } from "@/lib/filing/lifecycle";
import type { CalledRole, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { standingServices } from "../registry/standing-services";
import { handOverAgainAt } from "../system/line-view";
import { decisionContext } from "./context";
import { correctionGroups } from "./open-corrections";
import { openOrders } from "./open-orders";
import { loadEvents, loadOwnOrder, openDraft } from "./store";
import { inspectionOf, requestOf } from "./views/by-hand";
import { type CancelsView, cancelsOf } from "./views/cancels";
import type { CorrectionGroup } from "./views/corrections";
import { headOf, type OrderHead } from "./views/head";
import { maskName } from "./views/names";
import { type PhonesView, phonesOf } from "./views/phones";
import { type SmsView, smsOf } from "./views/sms";
import { type StationView, stationsOf } from "./views/stations";
import { type TimelineLine, timelineOf } from "./views/timeline";
import { type WaitView, waitOf } from "./views/wait";

export interface MissedCall {
  readonly personId: string;
  readonly role: CalledRole | "lead";
  /** Masked. */
  readonly name: string;
  readonly asked: boolean;
}

export interface OrderView {
  readonly order: OrderHead;
  readonly stations: readonly StationView[];
  readonly wait: WaitView | null;
  /** Leads whose call was missed, and whether another was asked for. */
  readonly callbacks: readonly MissedCall[];
  readonly timeline: readonly TimelineLine[];
  readonly corrections: readonly CorrectionGroup[];
  /** Who verifies by SMS, until when, and what helps; null outside that state. */
  readonly sms: SmsView | null;
  readonly numbers: {
    readonly entity: string;
    /** `filedId`: its row in the register, while it stands there. */
    readonly services: readonly { title: string; number: string; filedId: string | null }[];
  } | null;
  /** Everything one may ask of an order, with the reason where it is not possible now. */
  readonly possibilities: readonly Possibility[];
  /** Of a cancellation: what goes. */
  readonly cancels: CancelsView | null;
  /** Of a cancellation on the manual path: the record whose request it carries out. */
  readonly byHandOf: string | null;
  /** Of one the provider ordered: the inspection that was not met. */
  readonly inspectionOf: { readonly entityId: string; readonly inspectionId: string } | null;
  /** When an order the authority could not be reached for is handed over again; null: it does not wait for that. */
  readonly handOverAgainAt: number | null;
  readonly phones: PhonesView | null;
  readonly now: number;
}

/** An order: where it stands, who has to act until when, what happened, what is to be mended. */
export async function getOrder(actor: Actor, input: { orderId: string }): Promise<Result<OrderView>> {
  const own = await loadOwnOrder(read(), actor, input.orderId);
  if (!own.ok) return own;
  const order = own.value;
  const draft = await openDraft(read(), order);
  // Erased as the policy demands: the course of the order stays, what was filled in does not.
  if (!draft.ok && draft.error.reason !== "order.erased") return draft;
  const application = draft.ok ? draft.value.application : emptyApplication();
  const { snapshot } = order;
  const events = await loadEvents(read(), order.row.id);
  const { actor: decider, now, policy } = await decisionContext(actor, "applicant");
  const open = await openOrders(read(), order.row.accountId);
  const nameOf = (id: string) => maskName(personById(application, id)?.name);
  return ok({
    order: headOf(order),
    stations: stationsOf(snapshot),
    wait: waitOf(snapshot, policy, now),
    callbacks: Object.entries(snapshot.callbacks).map(([personId, { role, requestedAt }]) => ({
      ...{ personId, name: nameOf(personId), asked: requestedAt !== null },
      role: role ?? "lead",
    })),
    timeline: timelineOf(events, actor.userId, nameOf),
    corrections: await correctionGroups(order, application),
    sms: smsOf(snapshot, application, policy, now),
    numbers: await numbersOf(snapshot, application),
    cancels: cancelsOf(snapshot, application),
    byHandOf: await byHandOf(events),
    inspectionOf: await orderedAfter(events),
    handOverAgainAt:
      snapshot.state === "READY_FOR_AUTHORITY" ? await handOverAgainAt(read(), order.row.id) : null,
    possibilities: possibilitiesOf(snapshot, decider, { now, policy, openOrders: open.length }),
    phones: phonesOf(snapshot, policy),
    now,
  });
}

async function byHandOf(events: Awaited<ReturnType<typeof loadEvents>>): Promise<string | null> {
  const requestId = requestOf(events);
  if (requestId === null) return null;
  const { id, entityId } = t.manualCancellations;
  const [request] = await read().select({ entityId }).from(t.manualCancellations).where(eq(id, requestId));
  return request?.entityId ?? null;
}

async function orderedAfter(
  events: Awaited<ReturnType<typeof loadEvents>>,
): Promise<OrderView["inspectionOf"]> {
  const inspectionId = inspectionOf(events);
  if (inspectionId === null) return null;
  const { id, entityId } = t.inspections;
  const [found] = await read().select({ entityId }).from(t.inspections).where(eq(id, inspectionId));
  return found === undefined ? null : { entityId: found.entityId, inspectionId };
}

async function numbersOf({ filing }: OrderSnapshot, app: ApplicationDraft): Promise<OrderView["numbers"]> {
  if (filing === null) return null;
  const filed = await standingServices(read(), Object.values(filing.services));
  const services = Object.entries(filing.services).map(([id, number]) => {
    const service = serviceById(app, id);
    return { title: service ? titleOf(service) : "", number, filedId: filed.get(number) ?? null };
  });
  return { entity: filing.entityNumber, services };
}
