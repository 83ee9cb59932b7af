import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OrderType } from "@/lib/filing/application/codes";
import type { HandoverFactType, HandoverState } from "@/lib/filing/handover/records";
import { orders } from "./orders";
import { users } from "./people";

/**
 * Submissions that staff key into the authority's own system by hand (the manual gateway). Payload and records are
 * sealed under the order's data key: an order that is erased takes them along.
 */
export const manualSubmissions = sqliteTable(
  "manual_submissions",
  {
    sequence: integer("sequence").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    orderType: text("order_type").$type<OrderType>().notNull(),
    province: text("province").notNull(),
    state: text("state").$type<HandoverState>().notNull(),
    /** Code of a submission refused at our own door: the same answer is given again. */
    refusedCode: text("refused_code"),
    payloadEnc: blob("payload_enc", { mode: "buffer" }).notNull(),
    receivedAt: integer("received_at").notNull(),
    /** When it came into its state. */
    since: integer("since").notNull(),
    /** Optimistic lock: of two who record at once, one is told to look again. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("manual_submissions_order").on(t.orderId),
    index("manual_submissions_state").on(t.state, t.since),
  ],
);

/** What was recorded, by whom; those with a number are the notices that `poll` serves. */
export const manualRecords = sqliteTable(
  "manual_records",
  {
    id: text("id").primaryKey(),
    /** Null: a notice nobody asked for. */
    sequence: integer("sequence").references(() => manualSubmissions.sequence),
    type: text("type").$type<HandoverFactType | "cancelled">().notNull(),
    notice: integer("notice"),
    via: text("via", { enum: ["form", "file"] }).notNull(),
    bodyEnc: blob("body_enc", { mode: "buffer" }).notNull(),
    at: integer("at").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    uniqueIndex("manual_records_notice_unique").on(t.notice),
    index("manual_records_sequence").on(t.sequence),
  ],
);

/** Organiser and domains of a submission as keyed hashes, for conflicts; erased with the order. */
export const manualMarks = sqliteTable(
  "manual_marks",
  {
    sequence: integer("sequence")
      .notNull()
      .references(() => manualSubmissions.sequence),
    kind: text("kind", { enum: ["cert", "domain"] }).notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sequence, t.kind, t.hash] }),
    index("manual_marks_hash").on(t.kind, t.hash),
  ],
);

/** Numbers staff recorded, until and after the register has them: none is used twice. */
export const manualNumbers = sqliteTable("manual_numbers", {
  number: text("number").primaryKey(),
  /** Whose: an organiser keeps his number over many filings. */
  certHash: text("cert_hash").notNull(),
  sequence: integer("sequence")
    .notNull()
    .references(() => manualSubmissions.sequence),
});

/** What staff saw when they asked the authority's public pages about an organiser or a domain. Never rewritten. */
export const manualLookUps = sqliteTable(
  "manual_look_ups",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["cert", "domain"] }).notNull(),
    hash: text("hash").notNull(),
    /** Filing number it stands under; null: not filed. */
    number: text("number"),
    blacklisted: integer("blacklisted", { mode: "boolean" }).notNull(),
    at: integer("at").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [index("manual_look_ups_hash").on(t.kind, t.hash, t.at)],
);
