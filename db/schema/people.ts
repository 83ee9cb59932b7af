import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { BLOCK_REASONS } from "@/lib/filing/staff";

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
  /** Closed by its owner: key and profile are gone, nobody belongs to it; the row stays for what refers to it. */
  erasedAt: integer("erased_at"),
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
    status: text("status", { enum: ["active", "blocked", "erased"] })
      .notNull()
      .default("active"),
    locale: text("locale", { enum: ["zh-CN", "en"] })
      .notNull()
      .default("zh-CN"),
    /** Sandbox persona this user plays; null for real people. Production refuses to start when one exists. */
    persona: text("persona"),
    createdAt: integer("created_at").notNull(),
    /** Counts what administrators changed about him: of two at once, one wins. */
    version: integer("version").notNull().default(1),
    /** The administrator who asked him in; null for applicants and for who came by the command line. */
    invitedBy: text("invited_by").references((): AnySQLiteColumn => users.id),
    /** System clock, like the sessions. */
    lastSignInAt: integer("last_sign_in_at"),
    /** Code of the reason, while he is blocked. */
    blockedReason: text("blocked_reason", { enum: BLOCK_REASONS }),
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
    /** The account he works for, of those he belongs to; null: the first. */
    accountId: text("account_id").references(() => accounts.id),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expiresAt)],
);

export const LINK_PURPOSES = [
  "register",
  "reset",
  "invite",
  "staff",
  "email_old",
  "email_new",
  "identity",
] as const;

/** Links that work once, sent by mail. System clock. Swept when they have run out, with the addresses in them. */
export const accountLinks = sqliteTable(
  "account_links",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of what stands in the link; the link itself is stored nowhere. */
    tokenHash: text("token_hash").notNull(),
    purpose: text("purpose", { enum: LINK_PURPOSES }).notNull(),
    /** Whose address it goes to: nobody's (register), perhaps somebody's (reset, invite). */
    emailIdx: text("email_idx").notNull(),
    emailEnc: blob("email_enc", { mode: "buffer" }).notNull(),
    locale: text("locale", { enum: ["zh-CN", "en"] }).notNull(),
    /** Who asked, where he was signed in. */
    userId: text("user_id").references(() => users.id),
    /** Invitations: the account they lead into. */
    accountId: text("account_id").references(() => accounts.id),
    /** Changes of an address: which; identities: the offer that waits for the address. */
    changeId: text("change_id"),
    /** Invitations of staff: JSON { post, name }. */
    staffEnc: blob("staff_enc", { mode: "buffer" }),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [
    uniqueIndex("account_links_token_unique").on(t.tokenHash),
    index("account_links_email").on(t.emailIdx, t.purpose),
    index("account_links_account").on(t.accountId),
    index("account_links_expires").on(t.expiresAt),
  ],
);

/** A new e-mail or security phone that waits for its two confirmations. One of a kind at a time. System clock. */
export const contactChanges = sqliteTable(
  "contact_changes",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["email", "phone"] }).notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** Phones belong to the account. */
    accountId: text("account_id").references(() => accounts.id),
    valueEnc: blob("value_enc", { mode: "buffer" }).notNull(),
    oldConfirmedAt: integer("old_confirmed_at"),
    newConfirmedAt: integer("new_confirmed_at"),
    /** Wrong codes so far (phones). */
    attempts: integer("attempts").notNull().default(0),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [uniqueIndex("contact_changes_one").on(t.userId, t.kind)],
);
