import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { orders } from "./orders";

/**
 * A way for a lead without an account to ask for the call he missed (DF §3.5): one link per miss, of which only the hash is
 * kept. Whether it still opens follows from the order: its round, and whether a call-back is being waited for.
 */
export const callbackLinks = sqliteTable(
  "callback_links",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    round: integer("round").notNull(),
    /** Whom the reviewer called: the digits asked for are his. */
    personId: text("person_id").notNull(),
    /** Wrong digits so far; a link that was guessed at too often is dead. */
    wrong: integer("wrong").notNull().default(0),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("callback_links_hash_unique").on(t.tokenHash),
    index("callback_links_order").on(t.orderId),
  ],
);
