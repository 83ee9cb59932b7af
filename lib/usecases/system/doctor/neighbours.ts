import "server-only";
import { isNotNull, sql } from "drizzle-orm";
import { read } from "@/db/client";
import { workState } from "@/db/queries/due-work";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import { greetMailServer } from "@/lib/notify/smtp";
import { DeliveryError } from "@/lib/work/delivery-error";
import { isManual } from "../../handover/desk";
import { handoverState } from "../../handover/import-handover";
import { failingEndpoints } from "../../webhooks/standing";
import { lineView } from "../line-view";
import { type DoctorFinding, finding } from "./finding";

/** More than this in the tray is more than a day's work. */
const HANDOVER_WARN = 50;

/** The outbox tries again at most ten minutes apart: what is older than this has nobody at work on it. */
export const STALE_WORK_MS = 15 * 60_000;

/** The mail server, by greeting it. */
export async function lookAtMail(): Promise<DoctorFinding> {
  const mail = finding("mail");
  const url = env.SMTP_URL;
  if (url === undefined)
    return env.MODE === "sandbox"
      ? mail("ok", "mails lie in /sandbox/mailbox")
      : mail("fail", "SMTP_URL is not set: nobody can register, reset a password or hear of an order.");
  try {
    await greetMailServer(url);
    return mail("ok", "the server takes our sign-in; npm run mail:test -- ADDRESS sends one");
  } catch (error) {
    const code = error instanceof DeliveryError ? error.code : "unknown";
    return mail("fail", `The mail server does not take us (${code}): check SMTP_URL.`);
  }
}

/** Text messages: asking the gateway would send one, so only the setting is looked at. */
export function lookAtSms(): DoctorFinding {
  const sms = finding("sms");
  if (env.SMS_WEBHOOK_URL !== undefined && env.SMS_WEBHOOK_SECRET !== undefined)
    return sms("ok", `signed calls to ${new URL(env.SMS_WEBHOOK_URL).host}`);
  return env.MODE === "sandbox"
    ? sms("ok", "text messages lie in /sandbox/mailbox")
    : sms("warn", "SMS_WEBHOOK_URL and SMS_WEBHOOK_SECRET are not set: no phone can be proven.");
}

/** Whether the authority answers, by what the background work found; asking it ourselves would be one more caller. */
export async function lookAtLine(): Promise<DoctorFinding> {
  const line = finding("line");
  const { state, failingSince, nextTryAt, waiting, gap } = await lineView();
  const time = (ms: number | null) => (ms === null ? "unknown" : new Date(ms).toISOString());
  if (state === "failing")
    return line(
      clock().now() - (failingSince ?? 0) > STALE_WORK_MS ? "fail" : "warn",
      `The authority has not answered since ${time(failingSince)}; ${waiting} orders wait, next try ${time(nextTryAt)}.`,
    );
  if (gap !== null)
    return line(
      clock().now() - gap.since > STALE_WORK_MS ? "fail" : "warn",
      `Notice ${gap.number} is missing since ${time(gap.since)}, ${gap.held} later ones wait for it.`,
    );
  return line("ok", `${waiting} orders wait to be handed over`);
}

/** Who forwards orders to the authority, and what waits for staff where nobody but they can. */
export async function lookAtGateway(): Promise<DoctorFinding> {
  const gateway = finding("gateway");
  if (!isManual()) return gateway("ok", "the simulated authority");
  return judgeHandover(await handoverState());
}

/** What a full tray means. */
export function judgeHandover({ waiting, out }: { waiting: number; out: number }): DoctorFinding {
  const text = `by hand: ${waiting} to key in, ${out} with the authority (/review/handover)`;
  return finding("gateway")(waiting > HANDOVER_WARN ? "warn" : "ok", text);
}

/** Work nobody does: no server with ICP_WORK=on and no `npm run work`, or a far side that is down. */
export async function lookAtWork(): Promise<DoctorFinding> {
  const work = finding("work");
  const now = clock().now();
  const { due, failing, oldestDueAt } = await workState(read(), now);
  const [row] = await read()
    .select({ parked: sql<number>`count(*)` })
    .from(t.outbox)
    .where(isNotNull(t.outbox.failedAt));
  const parked = row?.parked ?? 0;
  const counts = `${due} due, ${failing} tried before, ${parked} set aside for staff`;
  if (oldestDueAt !== null && now - oldestDueAt > STALE_WORK_MS)
    return work(
      "fail",
      `${counts}; the oldest has waited ${Math.round((now - oldestDueAt) / 60_000)} minutes: is a server or npm run work running?`,
    );
  if (failing > 0 || parked > 0) return work("warn", `${counts}: see Failed deliveries in the console.`);
  return work("ok", counts);
}

/** Receivers of order events that have been failing for long: somebody there has to be told. */
export async function lookAtWebhooks(): Promise<DoctorFinding> {
  const webhooks = finding("webhooks");
  const { endpoints, failing } = await failingEndpoints(read(), clock().now());
  if (failing === 0) return webhooks("ok", `${endpoints} receivers of order events, none failing`);
  return webhooks(
    "warn",
    `${failing} of ${endpoints} receivers of order events fail for more than an hour, or refuse them: see Order events in the console.`,
  );
}
