import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { OFFLINE_CASES, OFFLINE_OUTCOMES } from "@/lib/filing/guide/offline-note";
import { MANUAL_CALLS, MANUAL_KINDS, MANUAL_STATES } from "@/lib/filing/manual/states";
import { accounts, users } from "./people";
import { entities } from "./registry";

/**
 * Cancellations on the manual path (DF §11.4): phone and mailbox of the lead are dead, so staff prove the request from
 * documents and a call. Its key is its own: when it is over, the key is destroyed and the documents with it.
 */
export const manualCancellations = sqliteTable(
  "manual_cancellations",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    entityId: text("entity_id")
      .notNull()
      .references(() => entities.id),
    kind: text("kind", { enum: MANUAL_KINDS }).notNull(),
    /** Of a cancellation of services: their ids. */
    serviceIds: text("service_ids", { mode: "json" }).$type<readonly string[]>().notNull(),
    state: text("state", { enum: MANUAL_STATES }).notNull(),
    /** Null: destroyed. */
    wrappedKey: blob("wrapped_key", { mode: "buffer" }),
    /** Who asks and how to reach him. */
    detailsEnc: blob("details_enc", { mode: "buffer" }).notNull(),
    /** Why it was refused, in the words of staff. */
    refusedEnc: blob("refused_enc", { mode: "buffer" }),
    version: integer("version").notNull().default(1),
    /** Since when it is in this state. */
    since: integer("since").notNull(),
    submittedAt: integer("submitted_at"),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    decidedBy: text("decided_by").references(() => users.id),
  },
  (t) => [
    index("manual_cancellations_account").on(t.accountId),
    index("manual_cancellations_entity").on(t.entityId),
    index("manual_cancellations_state").on(t.state, t.since),
  ],
);

/** The documents of such a request, one a slot and side; what replaces another takes its row. */
export const manualFiles = sqliteTable(
  "manual_files",
  {
    id: text("id").primaryKey(),
    requestId: text("request_id")
      .notNull()
      .references(() => manualCancellations.id),
    slot: text("slot").notNull(),
    side: text("side").notNull(),
    storageKey: text("storage_key").notNull(),
    mime: text("mime").notNull(),
    bytes: integer("bytes").notNull(),
    receivedSha256: text("received_sha256").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
  },
  (t) => [uniqueIndex("manual_files_slot_unique").on(t.requestId, t.slot, t.side)],
);

/** Calls of staff to prove such a request, append only by trigger. */
export const manualCalls = sqliteTable(
  "manual_calls",
  {
    id: text("id").primaryKey(),
    requestId: text("request_id")
      .notNull()
      .references(() => manualCancellations.id),
    outcome: text("outcome", { enum: MANUAL_CALLS }).notNull(),
    /** Which number, and what was said: sealed under the request's key. */
    noteEnc: blob("note_enc", { mode: "buffer" }).notNull(),
    at: integer("at").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [index("manual_calls_request").on(t.requestId, t.at)],
);

/** What an applicant sent to an authority on paper, when, and what came of it (DF §11.7, §15 D17): his own notebook. */
export const offlineNotes = sqliteTable(
  "offline_notes",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    about: text("about", { enum: OFFLINE_CASES }).notNull(),
    province: text("province").notNull(),
    /** Number or domain, what was sent and by which courier: sealed under the account's key. */
    noteEnc: blob("note_enc", { mode: "buffer" }).notNull(),
    /** `YYYY-MM-DD`. */
    sentOn: text("sent_on").notNull(),
    outcome: text("outcome", { enum: OFFLINE_OUTCOMES }).notNull(),
    version: integer("version").notNull().default(1),
    since: integer("since").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
  },
  (t) => [index("offline_notes_account").on(t.accountId)],
);
