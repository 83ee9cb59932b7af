import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { WebhookEvent } from "@/lib/webhooks/events";
import { accounts, users } from "./people";

/** Where the provider's own systems are told of orders. Address and secrets are sealed: either may open a door. */
export const webhookEndpoints = sqliteTable("webhook_endpoints", {
  id: text("id").primaryKey(),
  urlEnc: blob("url_enc", { mode: "buffer" }).notNull(),
  description: text("description").notNull(),
  events: text("events", { mode: "json" }).$type<readonly WebhookEvent[]>().notNull(),
  secretEnc: blob("secret_enc", { mode: "buffer" }).notNull(),
  /** The secret before this one signs beside it until then (system clock). */
  previousSecretEnc: blob("previous_secret_enc", { mode: "buffer" }),
  previousUntil: integer("previous_until"),
  pausedAt: integer("paused_at"),
  /** Taken away: kept, because its deliveries name it. */
  endedAt: integer("ended_at"),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by")
    .notNull()
    .references(() => users.id),
});

/** What the provider's other systems call the holder of an account. */
export const customers = sqliteTable(
  "customers",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [uniqueIndex("customers_account_unique").on(t.accountId)],
);

/** Domains as the provider's registrar last gave them in a file. */
export const registeredDomains = sqliteTable(
  "registered_domains",
  {
    domain: text("domain").primaryKey(),
    accountId: text("account_id").references(() => accounts.id),
    registeredHere: integer("registered_here", { mode: "boolean" }).notNull(),
    registrarApproved: integer("registrar_approved", { mode: "boolean" }).notNull(),
    serverHold: integer("server_hold", { mode: "boolean" }).notNull(),
    /** JSON { ownerName, ownerIdType, ownerIdNo } under the master key. */
    ownerEnc: blob("owner_enc", { mode: "buffer" }).notNull(),
    realNameVerifiedAt: integer("real_name_verified_at"),
    expiresAt: integer("expires_at"),
  },
  (t) => [index("registered_domains_account").on(t.accountId)],
);

/** Businesses as last given in a file, by keyed hash of the certificate number. */
export const registeredBusinesses = sqliteTable("registered_businesses", {
  certIdx: text("cert_idx").primaryKey(),
  /** JSON { name, legalRepName, licenceIssuedOn } under the master key. */
  recordEnc: blob("record_enc", { mode: "buffer" }).notNull(),
  status: text("status", { enum: ["active", "abnormal", "closed"] }).notNull(),
  registeredOrUpdatedAt: integer("registered_or_updated_at"),
});

/** Files that were taken over: who, when, what kind, and how much it changed. Never a word of what was in them. */
export const imports = sqliteTable(
  "imports",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["customers", "servers", "domains", "businesses"] }).notNull(),
    sha256: text("sha256").notNull(),
    added: integer("added").notNull(),
    changed: integer("changed").notNull(),
    removed: integer("removed").notNull(),
    unchanged: integer("unchanged").notNull(),
    at: integer("at").notNull(),
    /** Null: the operator, by command. */
    userId: text("user_id").references(() => users.id),
  },
  (t) => [index("imports_at").on(t.at)],
);
