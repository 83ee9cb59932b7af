import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
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

export const serviceDomains = sqliteTable(
  "service_domains",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => services.id),
    domain: text("domain").notNull(),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.domain] }), index("service_domains_domain").on(t.domain)],
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
