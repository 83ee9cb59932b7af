import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import { isCancellation } from "@/lib/filing/lifecycle/life";
import { askedNumbers } from "@/lib/filing/registry/cancellation";
import type { NoticeBody, SubmissionPayload } from "../gateway";
import { accessesOf, endAccesses, OWN_PROVIDER } from "./accesses";
import { dropPassword, passwordObjection } from "./filing-password";
import { entityByCert, servicesOf } from "./register";
import { loadSettings } from "./settings";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";
import { inFlightOf, type Submission } from "./submissions";

/** What is refused of a cancellation at the door (DF §13.2); null when it may come in. */
export async function cancelObjection(
  tx: StoreTx,
  payload: SubmissionPayload,
  certIdx: string,
  now: number,
): Promise<string | null> {
  const { orderId, orderType, application, filingPassword } = payload;
  if (payload.smsTo.length === 0 && orderType !== "CANCEL_ACCESS") return "LEAD_MISSING";
  const entity = await entityByCert(tx, certIdx);
  if (entity === null) return "ORGANIZER_NOT_FILED";
  if (entity.number !== application.entity.recordNumber) return "NUMBER_MISMATCH";
  const asked = application.services.map(({ serviceFilingNumber }) => serviceFilingNumber ?? "");
  if (asked.length === 0 && orderType !== "CANCEL_ENTITY") return "SERVICE_NOT_FILED";
  const living = new Set((await servicesOf(tx, entity.number)).map(({ number }) => number));
  if (asked.some((number) => !living.has(number))) return "SERVICE_NOT_FILED";
  const running = await inFlightOf(tx, certIdx, orderId);
  if (running !== null) return isCancellation(running) ? "CANCELLATION_RUNNING" : "ORGANIZER_CONFLICT";
  return orderType === "CANCEL_ACCESS"
    ? accessObjection(tx, asked)
    : passwordObjection(tx, entity.number, filingPassword, now);
}

/** What this provider does not serve, and, where the desk is set so, what nobody else would serve (V30 1025). */
async function accessObjection(tx: StoreTx, asked: readonly string[]): Promise<string | null> {
  const serving = await accessesOf(tx, asked);
  const providers = asked.map((number) => serving.get(number) ?? []);
  if (providers.some((those) => !those.includes(OWN_PROVIDER))) return "SERVICE_NOT_FILED";
  const { onlyAccess } = await loadSettings(tx);
  return onlyAccess === "refuse" && providers.some((those) => those.length === 1) ? "ONLY_ACCESS" : null;
}

/**
 * Strikes off what was asked; with the organiser everything under it. After cancel access the service stays filed, and
 * this provider serves it no more. What has ended meanwhile stays as it ended.
 */
export async function strikeAsked(
  tx: StoreTx,
  submission: Submission,
  payload: SubmissionPayload,
  now: number,
): Promise<NoticeBody> {
  const asked = askedNumbers(submission.orderType, payload.application);
  if (submission.orderType === "CANCEL_ACCESS") {
    await endAccesses(tx, asked, now, OWN_PROVIDER);
    return { type: "cancelled", numbers: asked };
  }
  const { recordNumber } = payload.application.entity;
  const below =
    submission.orderType === "CANCEL_ENTITY" && recordNumber !== undefined
      ? (await servicesOf(tx, recordNumber)).map(({ number }) => number)
      : [];
  const numbers = [...new Set([...asked, ...below])];
  if (submission.orderType === "CANCEL_ENTITY" && recordNumber !== undefined)
    await dropPassword(tx, recordNumber);
  for (const table of [t.registerEntities, t.registerServices])
    await tx
      .update(table)
      .set({ endedAt: now })
      .where(and(inArray(table.number, numbers), isNull(table.endedAt)));
  await endAccesses(tx, numbers, now);
  return { type: "cancelled", numbers };
}
