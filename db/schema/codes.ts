import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { CODE_STATES } from "@/lib/filing/codes/states";
import { orders } from "./orders";
import { accounts, users } from "./people";

/**
 * Authorization codes (DF §4.3): a place on a server, lent to one account. The code is a secret of its owner: sealed
 * under his account's key, found by a keyed hash. Whether it is still good hangs on the server and is not stored.
 */
export const authCodes = sqliteTable(
  "auth_codes",
  {
    id: text("id").primaryKey(),
    /** Whose server it is. */
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    /** No foreign key: a file of the inventory may take the server away, and the code stays, void. */
    resourceId: text("resource_id").notNull(),
    /** The one account that may use it. */
    targetAccountId: text("target_account_id")
      .notNull()
      .references(() => accounts.id),
    codeIdx: text("code_idx").notNull(),
    codeEnc: blob("code_enc", { mode: "buffer" }).notNull(),
    remarkEnc: blob("remark_enc", { mode: "buffer" }).notNull(),
    state: text("state", { enum: CODE_STATES }).notNull(),
    /** The order, and the service in its document, it is in use in or was used by. */
    orderId: text("order_id").references(() => orders.id),
    serviceId: text("service_id"),
    /** Filing number of the service it was used for. */
    usedFor: text("used_for"),
    /** Since when it is in this state. */
    since: integer("since").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    uniqueIndex("auth_codes_code_unique").on(t.codeIdx),
    index("auth_codes_resource").on(t.resourceId),
    index("auth_codes_account").on(t.accountId),
    index("auth_codes_target").on(t.targetAccountId),
    index("auth_codes_order").on(t.orderId),
  ],
);
