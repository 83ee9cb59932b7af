import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { SettingValue } from "@/lib/filing/policy/settings";
import { accounts, users } from "./people";

/**
 * The provider's own values, one row a decision. Rows are never rewritten, only revoked while their moment is still to
 * come: what was once in force stays on record, and going back is a decision of its own.
 */
export const policyChanges = sqliteTable(
  "policy_changes",
  {
    id: text("id").primaryKey(),
    /** Key of the table in `lib/filing/policy/provider.ts`. */
    setting: text("setting").notNull(),
    value: text("value", { mode: "json" }).$type<SettingValue>().notNull(),
    /** Business time, like everything an order is judged by. */
    effectiveFrom: integer("effective_from").notNull(),
    reason: text("reason").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    revokedAt: integer("revoked_at"),
    revokedBy: text("revoked_by").references(() => users.id),
    revokeReason: text("revoke_reason"),
  },
  (t) => [index("policy_changes_setting").on(t.setting, t.effectiveFrom)],
);

/** Keys for scripts. Only the hash is kept: a leaked table lets nobody in. System clock, like sessions. */
export const apiTokens = sqliteTable(
  "api_tokens",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** Null = whatever its user may do outside accounts. */
    accountId: text("account_id").references(() => accounts.id),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull(),
    createdAt: integer("created_at").notNull(),
    lastUsedAt: integer("last_used_at"),
    expiresAt: integer("expires_at").notNull(),
    revokedAt: integer("revoked_at"),
  },
  (t) => [uniqueIndex("api_tokens_hash_unique").on(t.tokenHash), index("api_tokens_user").on(t.userId)],
);
