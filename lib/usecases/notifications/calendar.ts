import "server-only";
import { and, asc, eq, notInArray } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import { deadlinesOf } from "@/lib/filing/lifecycle";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import type { Deadline } from "@/lib/filing/lifecycle/types";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import type { Policy } from "@/lib/filing/policy/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { formatDate, formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { type CalendarEntry, icsOf } from "@/lib/notify/ics";
import { currentPolicy } from "../policy/current-policy";
import { feedOf } from "./feed";

/** Our own housekeeping is no date of the applicant's. */
const INTERNAL: readonly Deadline["kind"][] = ["claim_released", "push"];
/** Told in working days: the whole day counts, so it is a day and no moment. */
const BY_DAY: readonly Deadline["kind"][] = [
  "provider_review_expected",
  "authority_review_expected",
  "authority_review_limit",
];

function entryOf(
  order: { readonly id: string; readonly number: string },
  deadline: Deadline,
  locale: Locale,
): CalendarEntry {
  const { kind, at, from, personId } = deadline;
  // Several leads, and several reminders, may each have a date of one kind.
  const which = kind === "reminder" ? `.${at}` : personId ? `.${personId}` : "";
  const translate = translator(locale);
  const whole = BY_DAY.includes(kind);
  const said = whole ? formatDate(at, locale) : formatDateTime(at, locale);
  return {
    uid: `${order.id}.${kind}${which}@${new URL(env.PUBLIC_URL).hostname}`,
    summary: translate("notifications.ics.summary", {
      label: translate(`deadlines.${kind}.label`),
      number: order.number,
    }),
    description: translate(`deadlines.${kind}.text`, {
      date: said,
      from: from === undefined ? said : formatDate(from, locale),
    }),
    url: `${env.PUBLIC_URL}/console/orders/${order.id}`,
    at: whole ? dayOf(at) : at,
    alarm: kind !== "reminder" && !whole,
  };
}

/** The open orders' dates. Number and date only: calendars lie on other people's servers. */
async function fileFor(accountId: string, locale: Locale): Promise<string> {
  const now = clock().now();
  const policy: Policy = await currentPolicy(now);
  const orders = await read()
    .select({ id: t.orders.id, number: t.orders.number, snapshot: t.orders.snapshot })
    .from(t.orders)
    .where(and(eq(t.orders.accountId, accountId), notInArray(t.orders.state, [...FINAL_STATES])))
    .orderBy(asc(t.orders.id));
  const entries = orders.flatMap((order) =>
    deadlinesOf(order.snapshot, policy)
      .filter(({ kind }) => !INTERNAL.includes(kind))
      .map((deadline) => entryOf(order, deadline, locale)),
  );
  return icsOf(translator(locale)("notifications.ics.name"), entries, now);
}

/** The calendar file of the account the user works for, as a download. */
export async function downloadCalendar(actor: Actor): Promise<Result<string>> {
  const [user] = await read()
    .select({ locale: t.users.locale })
    .from(t.users)
    .where(eq(t.users.id, actor.userId));
  const locale = user?.locale ?? "zh-CN";
  return ok(
    actor.accountId === null
      ? icsOf(translator(locale)("notifications.ics.name"), [], clock().now())
      : await fileFor(actor.accountId, locale),
  );
}

/** The same for whoever knows the secret address; unknown, ended, and "no longer of this account" are one answer. */
export async function subscribedCalendar(token: string): Promise<Result<string>> {
  const feed = await feedOf(token);
  return feed.ok ? ok(await fileFor(feed.value.accountId, feed.value.locale)) : feed;
}
