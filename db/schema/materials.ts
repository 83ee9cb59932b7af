import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { orders } from "./orders";
import { users } from "./people";

export const files = sqliteTable("files", {
  id: text("id").primaryKey(),
  orderId: text("order_id")
    .notNull()
    .references(() => orders.id),
  storageKey: text("storage_key").notNull(),
  thumbKey: text("thumb_key"),
  mime: text("mime").notNull(),
  bytes: integer("bytes").notNull(),
  width: integer("width"),
  height: integer("height"),
  /** Of the bytes the browser sent (what the client announced and we verified), and of what is stored. */
  receivedSha256: text("received_sha256").notNull(),
  storedSha256: text("stored_sha256").notNull(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by")
    .notNull()
    .references(() => users.id),
});

/** A file in a slot. A replaced one is kept (`replacedAt`) until the order closes. */
export const materials = sqliteTable(
  "materials",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    code: text("code").notNull(),
    subject: text("subject").notNull(),
    side: text("side", { enum: ["FRONT", "BACK", "SINGLE"] }).notNull(),
    fileId: text("file_id")
      .notNull()
      .references(() => files.id),
    documentDate: text("document_date"),
    addedAt: integer("added_at").notNull(),
    addedBy: text("added_by")
      .notNull()
      .references(() => users.id),
    replacedAt: integer("replaced_at"),
  },
  (t) => [index("materials_order").on(t.orderId, t.code, t.subject)],
);

/**
 * A separate consent to sensitive data: once a kind and wording for each order. Kept when the order is erased. Without an
 * order: the declarations a user agreed to when he registered, by their ids.
 */
export const consents = sqliteTable(
  "consents",
  {
    id: text("id").primaryKey(),
    /** Null: what a user agreed to for himself, when he registered. */
    orderId: text("order_id").references(() => orders.id),
    kind: text("kind").notNull(),
    /** Names the wording that was shown. */
    version: text("version").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    at: integer("at").notNull(),
  },
  (t) => [
    uniqueIndex("consents_once").on(t.orderId, t.kind, t.version),
    uniqueIndex("consents_of_user").on(t.userId, t.kind, t.version).where(sql`order_id IS NULL`),
  ],
);
