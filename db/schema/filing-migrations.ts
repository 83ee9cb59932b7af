import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { MIGRATION_STATES } from "@/lib/filing/migration/states";
import { accounts, users } from "./people";
import { entities } from "./registry";

/**
 * Requests to move a filed entity to another account (DF §2.4). The code that proves the lead's phone is made from
 * `codeId` with a key of ours and stored nowhere; the number is kept as a keyed hash.
 */
export const filingMigrations = sqliteTable(
  "filing_migrations",
  {
    id: text("id").primaryKey(),
    entityId: text("entity_id")
      .notNull()
      .references(() => entities.id),
    fromAccountId: text("from_account_id")
      .notNull()
      .references(() => accounts.id),
    toAccountId: text("to_account_id")
      .notNull()
      .references(() => accounts.id),
    state: text("state", { enum: MIGRATION_STATES }).notNull(),
    phoneIdx: text("phone_idx").notNull(),
    codeId: text("code_id").notNull(),
    /** Wrong codes so far. */
    attempts: integer("attempts").notNull().default(0),
    /** System clock; the other times are business. */
    codeExpiresAt: integer("code_expires_at").notNull(),
    /** From when nobody can answer it any more. */
    expiresAt: integer("expires_at").notNull(),
    createdAt: integer("created_at").notNull(),
    /** Who asked: the text message is in his language. */
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    /** When it came into its state. */
    since: integer("since").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("filing_migrations_open_unique").on(t.entityId).where(sql`state IN ('PROVING', 'OFFERED')`),
    index("filing_migrations_entity").on(t.entityId),
    index("filing_migrations_to").on(t.toAccountId, t.state),
  ],
);
