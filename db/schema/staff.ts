import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { SESSION_ENDS } from "@/lib/filing/staff";
import { users } from "./people";

/** The second factor of a member of staff: RFC 6238, one a user. System clock throughout. */
export const staffFactors = sqliteTable("staff_factors", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id),
  /** The shared secret, base32, under the master key. */
  secretEnc: blob("secret_enc", { mode: "buffer" }).notNull(),
  /** The time step of the last code taken: no code of it, or of an earlier one, is taken again. */
  lastStep: integer("last_step").notNull().default(0),
  createdAt: integer("created_at").notNull(),
  /** Hash of the session that began it: no other one sees the secret. Null once it counts. */
  sessionId: text("session_id"),
  /** When a code of it was shown first; null while it is being set up. */
  confirmedAt: integer("confirmed_at"),
});

/** For who has lost his device; each works once. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** HMAC with a key that is not in the database. */
    codeHash: text("code_hash").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** Why a session that an administrator ended is no more: its browser is told. Swept with the cookies' own age. */
export const endedSessions = sqliteTable(
  "ended_sessions",
  {
    idHash: text("id_hash").primaryKey(),
    reason: text("reason", { enum: SESSION_ENDS }).notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("ended_sessions_at").on(t.at)],
);
