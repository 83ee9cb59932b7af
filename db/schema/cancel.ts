import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Channel } from "@/lib/filing/policy/types";
import { orders } from "./orders";
import { users } from "./people";
import { entities } from "./registry";

/**
 * One-time codes by which whoever answers for a filing agrees to its cancellation. The code is made from the id and
 * stored nowhere; the number or mailbox only as a keyed hash.
 */
export const cancelCodes = sqliteTable(
  "cancel_codes",
  {
    id: text("id").primaryKey(),
    entityId: text("entity_id")
      .notNull()
      .references(() => entities.id),
    /** Kind of cancellation and the filing numbers it is of: a code for one is none for another. */
    subject: text("subject").notNull(),
    personId: text("person_id").notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    addressIdx: text("address_idx").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    attempts: integer("attempts").notNull().default(0),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("cancel_codes_person").on(t.entityId, t.subject, t.personId),
    index("cancel_codes_expires").on(t.expiresAt),
  ],
);

/**
 * The filing password that goes with a cancellation, sealed under the order's data key: the authority's secret, kept
 * only until the order has ended.
 */
export const cancelPasswords = sqliteTable("cancel_passwords", {
  orderId: text("order_id")
    .primaryKey()
    .references(() => orders.id),
  passwordEnc: blob("password_enc", { mode: "buffer" }).notNull(),
  at: integer("at").notNull(),
});
