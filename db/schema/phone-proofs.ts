import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { orders } from "./orders";
import { accounts, users } from "./people";

/**
 * One-time codes sent to contact 1 of leads, and what they proved. The number is kept as a keyed hash only: whether a
 * proof still holds is judged by comparing it with the number that stands in the document.
 */
export const phoneProofs = sqliteTable(
  "phone_proofs",
  {
    /** The code is made from it with a key of ours and stored nowhere. */
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    personId: text("person_id").notNull(),
    phoneIdx: text("phone_idx").notNull(),
    /** Who asked for the code: the message is in his language. */
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** Wrong codes so far. */
    attempts: integer("attempts").notNull().default(0),
    /** System clock, like the code's end; the proof itself is a fact of the filing and has its time. */
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    provenAt: integer("proven_at"),
  },
  (t) => [
    index("phone_proofs_order").on(t.orderId, t.personId),
    index("phone_proofs_account").on(t.accountId, t.phoneIdx),
  ],
);
