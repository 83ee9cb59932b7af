import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { listAuthoritySms } from "@/lib/authority/sandbox/mailbox";
import { approveSubmission } from "@/lib/authority/sandbox/usecases/decide";
import { listQueue } from "@/lib/authority/sandbox/usecases/list-queue";
import { readSubmission } from "@/lib/authority/sandbox/usecases/read-submission";
import { verifySms } from "@/lib/authority/sandbox/usecases/verify-sms";
import type { ReplayClock } from "@/lib/clock/replay";
import type { Actor } from "@/lib/filing/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { PhoneOutcome } from "@/lib/filing/lifecycle/types";
import { standingOf } from "@/lib/usecases/accounts/session-store";
import { loadOrder, openSubmission } from "@/lib/usecases/orders/store";
import { approveOrder } from "@/lib/usecases/review/approve-order";
import { claimOrder, releaseOrder } from "@/lib/usecases/review/claim-order";
import { getWorkbench } from "@/lib/usecases/review/get-workbench";
import { recordCall } from "@/lib/usecases/review/record-call";
import { type RejectionItem, rejectOrder } from "@/lib/usecases/review/reject-order";
import { checkSite } from "@/lib/usecases/review/site-checks";
import type { PersonSeed } from "./persona-data";
import { must } from "./situations-replay";

const CALL_TAKES_MS = 4 * 60_000;

/** Somebody of the sandbox, as the use cases see him. */
export async function standIn(persona: string): Promise<Actor> {
  const [user] = await read().select({ id: t.users.id }).from(t.users).where(eq(t.users.persona, persona));
  if (user === undefined) throw new Error(`no persona ${persona}`);
  const { roles, accountIds } = await standingOf(read(), user.id);
  return { userId: user.id, roles, accountIds, accountId: accountIds[0] ?? null, sessionId: "" };
}

/** A reviewer: every method is what he would do in the workbench. */
export class Reviewer {
  constructor(private readonly actor: Actor) {}

  private async seen(orderId: string) {
    const order = await loadOrder(read(), orderId);
    if (order === undefined) throw new Error(`no order ${orderId}`);
    return { orderId, version: order.row.version, order };
  }

  private async submitted(orderId: string): Promise<ApplicationDraft> {
    const { order } = await this.seen(orderId);
    return must("reading", openSubmission(read(), order, order.snapshot.round));
  }

  async claim(orderId: string): Promise<void> {
    await must("claiming", claimOrder(this.actor, await this.seen(orderId)));
  }

  async release(orderId: string): Promise<void> {
    await must("releasing", releaseOrder(this.actor, await this.seen(orderId)));
  }

  /** Phones every lead. */
  async call(
    time: Pick<ReplayClock, "advance">,
    orderId: string,
    outcome: PhoneOutcome,
    note = "",
  ): Promise<void> {
    const { entity, services } = await this.submitted(orderId);
    const leads = new Set([entity.entityLead, ...services.map(({ lead }) => lead)]);
    for (const personId of leads) {
      if (personId === undefined) continue;
      time.advance(CALL_TAKES_MS);
      const seen = await this.seen(orderId);
      await must("calling", recordCall(this.actor, { ...seen, personId, number: "phone1", outcome, note }));
    }
  }

  /** Finds every filed service in order, where the order asks to look at them. */
  async checkSites(orderId: string): Promise<void> {
    const bench = await must("looking", getWorkbench(this.actor, { orderId }));
    for (const { partId, marks } of bench.sites) {
      const seen = await this.seen(orderId);
      const good = Object.fromEntries(marks.map((mark) => [mark, true]));
      await must("checking", checkSite(this.actor, { ...seen, partId, marks: good }));
    }
  }

  async approve(orderId: string): Promise<void> {
    await this.checkSites(orderId);
    const seen = await this.seen(orderId);
    await must("approving", approveOrder(this.actor, { ...seen, overrideReason: "" }));
  }

  async reject(orderId: string, items: (app: ApplicationDraft) => readonly RejectionItem[]): Promise<void> {
    const app = await this.submitted(orderId);
    const seen = await this.seen(orderId);
    await must("rejecting", rejectOrder(this.actor, { ...seen, items: items(app) }));
  }
}

/** A lead types the newest code his phone got into the authority's page. */
export async function verifyBySms({ phone, idNo }: PersonSeed): Promise<void> {
  const sms = (await listAuthoritySms()).find(({ to }) => to === phone);
  const code = sms?.body.match(/\d{6}/)?.[0] ?? "";
  const outcome = await must("verifying", verifySms({ phone, tail: idNo.slice(-6), code }));
  if (outcome === "no_record") throw new Error("situations: a code was not accepted");
}

/** The officer approves what an organiser has waiting at his desk. */
export async function approveAtDesk(officer: Actor, organiser: string): Promise<void> {
  const { rows } = await must("the desk", listQueue(officer, { view: "review" }));
  const row = rows.find((one) => one.organiser === organiser);
  if (row === undefined) throw new Error(`situations: nothing of ${organiser} is at the desk`);
  const { sequence, version } = await must("looking", readSubmission(officer, row.sequence));
  await must("approving", approveSubmission(officer, { sequence, version }));
}
