import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { orders } from "./orders";
import { entities } from "./registry";

/**
 * What a change began from: its parts as they were filed then, sealed under the order's key. Kept beside the draft, so
 * that old and new can be shown together long after the register has moved on.
 */
export const orderBases = sqliteTable("order_bases", {
  orderId: text("order_id")
    .primaryKey()
    .references(() => orders.id),
  entityId: text("entity_id")
    .notNull()
    .references(() => entities.id),
  documentEnc: blob("document_enc", { mode: "buffer" }).notNull(),
  takenAt: integer("taken_at").notNull(),
});
