import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OrderType } from "@/lib/filing/application/codes";
import type { ChangedParts } from "@/lib/filing/guide/order-type";
import type { OrderState } from "@/lib/filing/lifecycle/states";
import { CALLED_NUMBERS, type OrderEvent, type OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { accounts, users } from "./people";

/** The projection of an order's events; `snapshot` is exactly what `replay(events)` gives. */
export const orders = sqliteTable(
  "orders",
  {
    id: text("id").primaryKey(),
    /** What people read out on the phone, e.g. `B2611210007`. */
    number: text("number").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    type: text("type").$type<OrderType>().notNull(),
    state: text("state").$type<OrderState>().notNull(),
    province: text("province"),
    snapshot: text("snapshot", { mode: "json" }).$type<OrderSnapshot>().notNull(),
    /** Optimistic lock: every projection write is `WHERE version = ?`. */
    version: integer("version").notNull(),
    since: integer("since").notNull(),
    nextSweepAt: integer("next_sweep_at"),
    claimUserId: text("claim_user_id").references(() => users.id),
    submittedAt: integer("submitted_at"),
    /** Until when staff promised to call back; the queue puts these first. */
    callbackBy: integer("callback_by"),
    /** Plain for units (search); null for a person, whose name has only a blind index. */
    unitName: text("unit_name"),
    /** First domain or APP name: what a list shows. */
    headline: text("headline"),
    /** Data key of the order, wrapped; null once erased — everything `_enc` of this order is then unreadable. */
    wrappedKey: blob("wrapped_key", { mode: "buffer" }),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    uniqueIndex("orders_number_unique").on(t.number),
    index("orders_account").on(t.accountId, t.createdAt),
    index("orders_queue").on(t.state, t.since, t.id),
    index("orders_sweep").on(t.nextSweepAt),
    index("orders_claim").on(t.claimUserId, t.state),
  ],
);

export interface SectionVersion {
  readonly version: number;
  readonly at: number;
  readonly userId: string;
}

export const orderDrafts = sqliteTable("order_drafts", {
  orderId: text("order_id")
    .primaryKey()
    .references(() => orders.id),
  version: integer("version").notNull(),
  documentEnc: blob("document_enc", { mode: "buffer" }).notNull(),
  /** Per section: which draft version last wrote it, when and who — what a conflict banner names. */
  sections: text("sections", { mode: "json" }).$type<Record<string, SectionVersion>>().notNull(),
  updatedAt: integer("updated_at").notNull(),
  updatedBy: text("updated_by")
    .notNull()
    .references(() => users.id),
});

/** Each round as submitted, with the policy it was judged by. */
export const orderSubmissions = sqliteTable(
  "order_submissions",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    round: integer("round").notNull(),
    documentEnc: blob("document_enc", { mode: "buffer" }).notNull(),
    /** Findings at submission (warnings only, by definition of the gate), and the material list. */
    findingsEnc: blob("findings_enc", { mode: "buffer" }).notNull(),
    policyVersion: text("policy_version").notNull(),
    declarations: text("declarations", { mode: "json" })
      .$type<readonly { id: string; version: string }[]>()
      .notNull(),
    /** Of a change: the parts that differ from what is filed; they say who verifies. */
    changed: text("changed", { mode: "json" }).$type<ChangedParts>(),
    submittedAt: integer("submitted_at").notNull(),
    submittedBy: text("submitted_by")
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.round] })],
);

/** Append only (a trigger refuses UPDATE and DELETE). Codes and ids, never personal values. */
export const orderEvents = sqliteTable(
  "order_events",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    seq: integer("seq").notNull(),
    at: integer("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    userId: text("user_id"),
    type: text("type").notNull(),
    event: text("event", { mode: "json" }).$type<OrderEvent>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.seq] })],
);

/** What a reviewer or the authority asked to correct: a record with its own life, not a status. */
export const corrections = sqliteTable(
  "corrections",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    round: integer("round").notNull(),
    stage: text("stage", { enum: ["P", "A", "S"] }).notNull(),
    code: text("code").notNull(),
    target: text("target").notNull(),
    /** The reviewer's own wording; null = the catalogue's suggestion. */
    suggestionEnc: blob("suggestion_enc", { mode: "buffer" }),
    answerKind: text("answer_kind", { enum: ["fixed", "explained"] }),
    answerEnc: blob("answer_enc", { mode: "buffer" }),
    openedAt: integer("opened_at").notNull(),
    openedBy: text("opened_by"),
    resolvedAt: integer("resolved_at"),
  },
  (t) => [index("corrections_order").on(t.orderId, t.round)],
);

export const calls = sqliteTable(
  "calls",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    round: integer("round").notNull(),
    personId: text("person_id").notNull(),
    outcome: text("outcome").notNull(),
    /** Which of his numbers was called; null in calls that are older than the question. */
    number: text("number", { enum: CALLED_NUMBERS }),
    noteEnc: blob("note_enc", { mode: "buffer" }),
    at: integer("at").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [index("calls_order").on(t.orderId, t.at)],
);

/** The domains an order names, for search and for "already in another order"; rewritten with every save. */
export const orderDomains = sqliteTable(
  "order_domains",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    serviceId: text("service_id").notNull(),
    domain: text("domain").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.serviceId, t.domain] }),
    index("order_domains_domain").on(t.domain),
  ],
);

/** Keyed blind indexes of personal values, for uniqueness across accounts. `kind`: phone | id_no | name. */
export const orderBlindIndexes = sqliteTable(
  "order_blind_indexes",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    kind: text("kind", { enum: ["phone", "id_no", "name", "lead_id_no"] }).notNull(),
    hash: text("hash").notNull(),
    /** Id path of the value. */
    path: text("path").notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.path, t.kind] }), index("order_blind_hash").on(t.kind, t.hash)],
);

/** A note on a warning: the applicant's acknowledgement or the reviewer's dismissal. */
export const findingNotes = sqliteTable(
  "finding_notes",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    round: integer("round").notNull(),
    rule: text("rule").notNull(),
    path: text("path").notNull(),
    kind: text("kind", { enum: ["acknowledged", "dismissed", "overridden"] }).notNull(),
    noteEnc: blob("note_enc", { mode: "buffer" }).notNull(),
    at: integer("at").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.round, t.rule, t.path, t.kind] })],
);
