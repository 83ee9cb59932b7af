import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { accounts } from "./people";

/** The provider's servers, as its inventory reports them (port `ResourceInventory`). */
export const resources = sqliteTable(
  "resources",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["CVM", "LIGHTHOUSE", "SERVERLESS", "HOSTING", "CLB"] }).notNull(),
    prepaid: integer("prepaid", { mode: "boolean" }).notNull(),
    prepaidMonths: integer("prepaid_months").notNull(),
    expiresAt: integer("expires_at").notNull(),
    mainland: integer("mainland", { mode: "boolean" }).notNull(),
    publicIp: text("public_ip"),
    province: text("province").notNull(),
    /** Came in a file, and goes when it is in the next one no more. */
    imported: integer("imported", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [index("resources_account").on(t.accountId)],
);

/** Domains the sandbox registrar knows (port `DomainRegistry`). Owner data is encrypted under the master key. */
export const sandboxDomains = sqliteTable("sandbox_domains", {
  domain: text("domain").primaryKey(),
  accountId: text("account_id").references(() => accounts.id),
  registeredHere: integer("registered_here", { mode: "boolean" }).notNull(),
  registrarApproved: integer("registrar_approved", { mode: "boolean" }).notNull(),
  /** JSON { ownerName, ownerIdNo }. */
  ownerEnc: blob("owner_enc", { mode: "buffer" }),
  realNameVerifiedAt: integer("real_name_verified_at"),
  expiresAt: integer("expires_at"),
});

/** What the sandbox business registry answers, by keyed hash of the certificate number (port `BusinessRegistry`). */
export const sandboxBusinesses = sqliteTable("sandbox_businesses", {
  certIdx: text("cert_idx").primaryKey(),
  /** JSON { name, legalRepName }. */
  recordEnc: blob("record_enc", { mode: "buffer" }).notNull(),
  status: text("status", { enum: ["active", "abnormal", "closed"] }).notNull(),
  registeredOrUpdatedAt: integer("registered_or_updated_at").notNull(),
});

/** Mail and SMS the sandbox `Notifier` "delivered": the sandbox mailbox reads it. */
export const sandboxMessages = sqliteTable(
  "sandbox_messages",
  {
    id: text("id").primaryKey(),
    channel: text("channel", { enum: ["mail", "sms"] }).notNull(),
    sender: text("sender").notNull(),
    /** JSON { to, subject, body } under the master key. */
    bodyEnc: blob("body_enc", { mode: "buffer" }).notNull(),
    orderId: text("order_id"),
    at: integer("at").notNull(),
  },
  (t) => [index("sandbox_messages_at").on(t.at)],
);

export const settings = sqliteTable("settings", {
  key: text("key").primaryKey(),
  value: text("value", { mode: "json" }).$type<unknown>().notNull(),
  updatedAt: integer("updated_at").notNull(),
});

/** Counters that must be consistent with a transaction: order numbers per day, gateway sequence. */
export const counters = sqliteTable(
  "counters",
  { name: text("name").notNull(), value: integer("value").notNull() },
  (t) => [primaryKey({ columns: [t.name] })],
);
