import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { INSPECTION_FAILURES } from "@/lib/filing/inspection/failures";
import { INSPECTION_EVENTS, INSPECTION_ORIGINS, INSPECTION_STATES } from "@/lib/filing/inspection/states";
import { entities, services } from "./registry";

/**
 * Inspections of what is filed (DF §9 end): what is wrong with which part of a record, and until when it must be mended.
 * They hang on the record, so they go with it to another account.
 */
export const inspections = sqliteTable(
  "inspections",
  {
    id: text("id").primaryKey(),
    entityId: text("entity_id")
      .notNull()
      .references(() => entities.id),
    /** Null: the organiser, or his lead. */
    serviceId: text("service_id").references(() => services.id),
    domain: text("domain"),
    failure: text("failure", { enum: INSPECTION_FAILURES }).notNull(),
    origin: text("origin", { enum: INSPECTION_ORIGINS }).notNull(),
    /** Number of the authority's notice. */
    notice: integer("notice"),
    /** Number of the authority's letter, as staff typed it. */
    letter: text("letter"),
    /** Who of the staff opened it; null: the authority's notice did. */
    openedBy: text("opened_by"),
    /** What its owner said was mended was looked at once, and was not. */
    sentBack: integer("sent_back", { mode: "boolean" }).notNull().default(false),
    state: text("state", { enum: INSPECTION_STATES }).notNull(),
    /** The first instant at which the time to mend it is over. */
    deadline: integer("deadline").notNull(),
    remindedAt: integer("reminded_at"),
    /** The cancellation ordered last. */
    orderId: text("order_id"),
    version: integer("version").notNull().default(1),
    since: integer("since").notNull(),
    openedAt: integer("opened_at").notNull(),
  },
  (t) => [
    index("inspections_entity").on(t.entityId),
    index("inspections_state").on(t.state, t.deadline),
    index("inspections_order").on(t.orderId),
    uniqueIndex("inspections_open_unique")
      .on(t.entityId, sql`coalesce(${t.serviceId}, '')`, sql`coalesce(${t.domain}, '')`, t.failure)
      .where(sql`state NOT IN ('CLOSED', 'ENDED')`),
  ],
);

/** What happened to one, append only by trigger. Words of people are sealed under the record's key. */
export const inspectionEvents = sqliteTable(
  "inspection_events",
  {
    inspectionId: text("inspection_id")
      .notNull()
      .references(() => inspections.id),
    /** From 1, without gaps. */
    seq: integer("seq").notNull(),
    at: integer("at").notNull(),
    type: text("type", { enum: INSPECTION_EVENTS }).notNull(),
    actorKind: text("actor_kind", { enum: ["applicant", "staff", "authority", "system"] }).notNull(),
    userId: text("user_id"),
    /** The deadline from then on, where it was set. */
    deadline: integer("deadline"),
    orderId: text("order_id"),
    textEnc: blob("text_enc", { mode: "buffer" }),
  },
  (t) => [primaryKey({ columns: [t.inspectionId, t.seq] })],
);
