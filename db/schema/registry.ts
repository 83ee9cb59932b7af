import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { RegistryChange } from "@/lib/filing/registry/types";
import { accounts } from "./people";

/** Filed records as this provider knows them; changed only by approved orders and authority notices. */
export const entities = sqliteTable(
  "entities",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    number: text("number").notNull(),
    province: text("province").notNull(),
    nature: integer("nature").notNull(),
    unitName: text("unit_name"),
    certIdx: text("cert_idx").notNull(),
    wrappedKey: blob("wrapped_key", { mode: "buffer" }).notNull(),
    documentEnc: blob("document_enc", { mode: "buffer" }).notNull(),
    orderId: text("order_id").notNull(),
    filedAt: integer("filed_at").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [
    uniqueIndex("entities_number_unique").on(t.number),
    index("entities_account").on(t.accountId),
    index("entities_cert").on(t.certIdx),
  ],
);

export const services = sqliteTable(
  "services",
  {
    id: text("id").primaryKey(),
    entityId: text("entity_id")
      .notNull()
      .references(() => entities.id),
    kind: text("kind", { enum: ["WEBSITE", "APP"] }).notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    documentEnc: blob("document_enc", { mode: "buffer" }).notNull(),
    orderId: text("order_id").notNull(),
    filedAt: integer("filed_at").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [uniqueIndex("services_number_unique").on(t.number), index("services_entity").on(t.entityId)],
);

/** Names a service is filed for, with their beginning and end. A domain has at most one living website. */
export const serviceDomains = sqliteTable(
  "service_domains",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => services.id),
    /** Of the service: an organiser's APPs may share the domain of his website. */
    kind: text("kind", { enum: ["WEBSITE", "APP"] }).notNull(),
    domain: text("domain").notNull(),
    orderId: text("order_id").notNull(),
    since: integer("since").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.serviceId, t.domain, t.since] }),
    index("service_domains_domain").on(t.domain),
    uniqueIndex("service_domains_website_unique")
      .on(t.domain)
      .where(sql`kind = 'WEBSITE' AND ended_at IS NULL`),
  ],
);

/** What of an APP runs on which platform. */
export const appPackages = sqliteTable(
  "app_packages",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => services.id),
    platform: text("platform").notNull(),
    packageName: text("package_name").notNull(),
    orderId: text("order_id").notNull(),
    since: integer("since").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.serviceId, t.platform, t.packageName, t.since] }),
    index("app_packages_name").on(t.packageName),
  ],
);

/** Service ↔ this provider, on which server. */
export const accesses = sqliteTable(
  "accesses",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => services.id),
    resourceId: text("resource_id"),
    ips: text("ips", { mode: "json" }).$type<readonly string[]>().notNull(),
    orderId: text("order_id").notNull(),
    since: integer("since").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [index("accesses_service").on(t.serviceId), index("accesses_resource").on(t.resourceId)],
);

/**
 * What happened to an organiser's record, append only by trigger: which order, or which notice of the authority, opened,
 * changed or ended what. A value is sealed under the record's key; of what was opened, the whole document.
 */
export const registryHistory = sqliteTable(
  "registry_history",
  {
    entityId: text("entity_id")
      .notNull()
      .references(() => entities.id),
    /** From 1, without gaps. */
    seq: integer("seq").notNull(),
    at: integer("at").notNull(),
    /** Type of the change; a changed value is a row of its own, `entity_changed` or `service_changed`. */
    change: text("change").$type<RegistryChange["type"]>().notNull(),
    serviceId: text("service_id").references(() => services.id),
    /** Which value, e.g. `entityLead.phone1`: never the value. */
    path: text("path"),
    /** Domain, package or addresses: what stands plain beside the documents anyway. */
    about: text("about"),
    valueEnc: blob("value_enc", { mode: "buffer" }),
    /** Null: the authority's own doing. */
    orderId: text("order_id"),
    /** Number of the notice nobody asked for; null also where it was not kept. */
    notice: integer("notice"),
  },
  (t) => [primaryKey({ columns: [t.entityId, t.seq] }), index("registry_history_service").on(t.serviceId)],
);
