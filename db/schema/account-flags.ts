import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { accounts, users } from "./people";

/**
 * How an account came to its risk flag and out of it again (DF §15 B10): the flag in `accounts` is the last line. Append
 * only, by trigger; the reason is sealed under the account's data key and goes with it.
 */
export const accountFlags = sqliteTable(
  "account_flags",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    flagged: integer("flagged", { mode: "boolean" }).notNull(),
    reasonEnc: blob("reason_enc", { mode: "buffer" }).notNull(),
    at: integer("at").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [index("account_flags_account").on(t.accountId, t.at)],
);
