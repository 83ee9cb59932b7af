import "server-only";
import { and, count, desc, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { Params } from "@/lib/filing/shared/refusal";
import { ok, type Result } from "@/lib/filing/shared/result";
import { CHANNELS, type Channel, eventsOf, NOTIFICATION_GROUPS } from "@/lib/notify/groups";
import { deliveryKey } from "../system/notify-order-event";
import { ownNotifications } from "./own";

/** What the address of the list may ask for; anything else is read as nothing asked. */
export const NotificationFilter = z.object({
  show: z.enum(["all", "unread"]).catch("all").default("all"),
  group: z.enum(NOTIFICATION_GROUPS).optional().catch(undefined),
  /** Id of the last message of the page before. */
  before: z.uuid().optional().catch(undefined),
});
export type NotificationFilter = z.infer<typeof NotificationFilter>;

/** A mail or text message of a notification that has not arrived; `nextAt` null = given up, staff looks after it. */
export interface UndeliveredView {
  readonly channel: Channel;
  readonly nextAt: number | null;
}

export interface NotificationView {
  readonly id: string;
  /** Key below `notifications.event`. */
  readonly event: string;
  readonly params: Params;
  readonly orderId: string | null;
  readonly at: number;
  readonly unread: boolean;
  readonly undelivered: readonly UndeliveredView[];
}

export interface NotificationList {
  readonly items: readonly NotificationView[];
  /** Of all messages, whatever the filter shows. */
  readonly unread: number;
  readonly total: number;
  /** Id to go on after; null at the end. */
  readonly older: string | null;
}

const PAGE = 30;

/** Ids sort by time of making, and events of one moment keep their order: they are the cursor. */
const filtered = (actor: Actor, { show, group, before }: NotificationFilter) =>
  and(
    ownNotifications(read(), actor),
    show === "unread" ? isNull(t.notifications.readAt) : undefined,
    group === undefined ? undefined : inArray(t.notifications.event, [...eventsOf(group)]),
    before === undefined ? undefined : lt(t.notifications.id, before),
  );

/** What went wrong on the way to mailbox or phone, by notification. */
async function undeliveredOf(ids: readonly string[]): Promise<ReadonlyMap<string, UndeliveredView[]>> {
  const keys = new Map(
    ids.flatMap((id) => CHANNELS.map((channel) => [deliveryKey(channel, id), { id, channel }] as const)),
  );
  const rows = await read()
    .select({ key: t.outbox.key, runAt: t.outbox.runAt, failedAt: t.outbox.failedAt })
    .from(t.outbox)
    .where(
      and(
        inArray(t.outbox.key, [...keys.keys()]),
        isNull(t.outbox.doneAt),
        or(isNotNull(t.outbox.failedAt), isNotNull(t.outbox.lastError)),
      ),
    );
  const found = new Map<string, UndeliveredView[]>();
  for (const { key, runAt, failedAt } of rows) {
    const of = keys.get(key);
    if (of === undefined) continue;
    const view = { channel: of.channel, nextAt: failedAt === null ? runAt : null };
    found.set(of.id, [...(found.get(of.id) ?? []), view]);
  }
  return found;
}

/** The user's own messages about the account he works for now, newest first, a page at a time. */
export async function listNotifications(
  actor: Actor,
  filter: NotificationFilter,
): Promise<Result<NotificationList>> {
  const rows = await read()
    .select()
    .from(t.notifications)
    .where(filtered(actor, filter))
    .orderBy(desc(t.notifications.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const own = ownNotifications(read(), actor);
  const counted = async (where: typeof own) =>
    (await read().select({ n: count() }).from(t.notifications).where(where))[0]?.n ?? 0;
  const undelivered = await undeliveredOf(page.map(({ id }) => id));
  return ok({
    items: page.map(({ id, event, params, orderId, at, readAt }) => ({
      id,
      event,
      params,
      orderId,
      at,
      unread: readAt === null,
      undelivered: undelivered.get(id) ?? [],
    })),
    unread: await counted(and(own, isNull(t.notifications.readAt))),
    total: await counted(own),
    older: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  });
}
