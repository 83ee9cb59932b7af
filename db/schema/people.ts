import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * Ids are UUIDv7 text, times epoch milliseconds (`…_at`), ciphertext is a blob (`…_enc`), keyed hashes end in `_idx`.
 * Nothing here cascades: business rows are never deleted by a side effect.
 */
export const accounts = sqliteTable("accounts", {
  id: text("id").primaryKey(),
  kind: text("kind", { enum: ["person", "unit"] }).notNull(),
  /** Data key of the account, wrapped by the master key. */
  wrappedKey: blob("wrapped_key", { mode: "buffer" }).notNull(),
  /** JSON AccountProfile { realName, idNo, securityPhone }. */
  profileEnc: blob("profile_enc", { mode: "buffer" }).notNull(),
  realNameVerifiedAt: integer("real_name_verified_at"),
  riskFlag: integer("risk_flag", { mode: "boolean" }).notNull().default(false),
  version: integer("version").notNull().default(1),
  createdAt: integer("created_at").notNull(),
});

export const users = sqliteTable(
  "users",
  {
    id: text("id").primaryKey(),
    emailIdx: text("email_idx").notNull(),
    emailEnc: blob("email_enc", { mode: "buffer" }).notNull(),
    passwordHash: text("password_hash"),
    /** Shown to colleagues; staff only. */
    displayName: text("display_name"),
    status: text("status", { enum: ["active", "blocked"] })
      .notNull()
      .default("active"),
    locale: text("locale", { enum: ["zh-CN", "en"] })
      .notNull()
      .default("zh-CN"),
    /** Sandbox persona this user plays; null for real people. Production refuses to start when one exists. */
    persona: text("persona"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("users_email_idx_unique").on(t.emailIdx),
    uniqueIndex("users_persona_unique").on(t.persona),
  ],
);

export const userRoles = sqliteTable(
  "user_roles",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: ["reviewer", "supervisor", "admin", "officer"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.role] })],
);

export const accountMembers = sqliteTable(
  "account_members",
  {
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: ["owner", "member"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.userId] }), index("account_members_user").on(t.userId)],
);

/** System clock throughout: sessions never move with the sandbox's business clock. */
export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 of the opaque id in the token: a leaked table signs nobody in. */
    idHash: text("id_hash").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: integer("created_at").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    userAgent: text("user_agent"),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expiresAt)],
);
