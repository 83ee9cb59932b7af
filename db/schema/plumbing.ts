import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Params } from "@/lib/filing/shared/refusal";
import { accounts, users } from "./people";

/** Effects to deliver after commit, at least once; claimed by lease so that two runners never do the same. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    /** Handler name, e.g. `notify.mail`, `gateway.submit`. */
    topic: text("topic").notNull(),
    /** Idempotency key, unique: writing the same effect twice is a no-op. */
    key: text("key").notNull(),
    orderId: text("order_id"),
    /** Ciphertext under the order's key (or the master key when there is no order). */
    payloadEnc: blob("payload_enc", { mode: "buffer" }).notNull(),
    /** Business time from which it may run. */
    runAt: integer("run_at").notNull(),
    /** System clock. */
    leaseUntil: integer("lease_until"),
    attempts: integer("attempts").notNull().default(0),
    doneAt: integer("done_at"),
    /** Code of the last failure; never a message with data in it. */
    lastError: text("last_error"),
    /** The far side will never take it as it is: it waits for staff to try again, and for nobody else. */
    failedAt: integer("failed_at"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [uniqueIndex("outbox_key_unique").on(t.key), index("outbox_due").on(t.doneAt, t.failedAt, t.runAt)],
);

/** Recurring or scheduled work of our own (poll the gateway, sweep). */
export const jobs = sqliteTable(
  "jobs",
  {
    kind: text("kind").primaryKey(),
    runAt: integer("run_at").notNull(),
    leaseUntil: integer("lease_until"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
  },
  (t) => [index("jobs_due").on(t.runAt)],
);

export const notifications = sqliteTable(
  "notifications",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** Catalogue key below `notifications`. */
    event: text("event").notNull(),
    orderId: text("order_id"),
    params: text("params", { mode: "json" }).$type<Params>().notNull(),
    at: integer("at").notNull(),
    readAt: integer("read_at"),
  },
  (t) => [index("notifications_user").on(t.userId, t.at)],
);

/** Which messages a user takes on which way; no row = the default, which is yes. */
export const notificationPreferences = sqliteTable(
  "notification_preferences",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** A group of `lib/notify/groups.ts`. */
    group: text("event_group").notNull(),
    channel: text("channel", { enum: ["mail", "sms"] }).notNull(),
    on: integer("is_on", { mode: "boolean" }).notNull(),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.group, t.channel] })],
);

/** The secret address of an account's deadlines, one per user and account: a new one ends the old. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    /** SHA-256 of the address's secret: a leaked table opens no calendar. */
    tokenHash: text("token_hash").notNull(),
    /** System clock. */
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.accountId] }),
    uniqueIndex("calendar_feeds_token_unique").on(t.tokenHash),
  ],
);

/** Hash-chained from its first row, append only by trigger. Ids and codes, never personal values. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    seq: integer("seq").primaryKey(),
    at: integer("at").notNull(),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    object: text("object"),
    outcome: text("outcome", { enum: ["done", "refused"] }).notNull(),
    data: text("data", { mode: "json" }).$type<Params>().notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [index("audit_object").on(t.object), index("audit_actor").on(t.actorId, t.at)],
);

/**
 * Sequence numbers towards the authority, given before the call and kept: a crash between "accepted" and our commit
 * repeats the same number, which the far side answers as a duplicate.
 */
export const gatewaySubmissions = sqliteTable(
  "gateway_submissions",
  {
    sequence: integer("sequence").primaryKey(),
    orderId: text("order_id").notNull(),
    /** One hand-over of one order: `<order id>@<time it became ready>`. */
    key: text("key").notNull(),
    state: text("state", { enum: ["pending", "accepted", "refused"] }).notNull(),
    at: integer("at").notNull(),
  },
  (t) => [
    uniqueIndex("gateway_submissions_key_unique").on(t.key),
    index("gateway_submissions_order").on(t.orderId),
  ],
);
