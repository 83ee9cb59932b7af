import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The public register: what was approved. A person's name is kept masked only. */
export const registerEntities = sqliteTable(
  "register_entities",
  {
    number: text("number").primaryKey(),
    province: text("province").notNull(),
    natureCode: integer("nature_code").notNull(),
    certIdx: text("cert_idx").notNull(),
    publicName: text("public_name").notNull(),
    unitName: text("unit_name"),
    approvedAt: integer("approved_at").notNull(),
    endedAt: integer("ended_at"),
    /** What is filed of the organiser beside it, sealed (`contents.ts`); null once it ended, or was never kept. */
    contentsEnc: blob("contents_enc", { mode: "buffer" }),
  },
  (t) => [index("register_entities_cert").on(t.certIdx), index("register_entities_unit").on(t.unitName)],
);

export const registerServices = sqliteTable(
  "register_services",
  {
    number: text("number").primaryKey(),
    entityNumber: text("entity_number")
      .notNull()
      .references(() => registerEntities.number),
    kind: text("kind", { enum: ["WEBSITE", "APP"] }).notNull(),
    name: text("name").notNull(),
    approvedAt: integer("approved_at").notNull(),
    endedAt: integer("ended_at"),
    contentsEnc: blob("contents_enc", { mode: "buffer" }),
  },
  (t) => [index("register_services_entity").on(t.entityNumber)],
);

export const registerDomains = sqliteTable(
  "register_domains",
  {
    serviceNumber: text("service_number")
      .notNull()
      .references(() => registerServices.number),
    domain: text("domain").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.serviceNumber, t.domain] }),
    index("register_domains_domain").on(t.domain),
  ],
);

/** Which provider serves a filed service, from when to when: several at once, or none. */
export const registerAccesses = sqliteTable(
  "register_accesses",
  {
    serviceNumber: text("service_number")
      .notNull()
      .references(() => registerServices.number),
    /** Code of the provider; this console is `OWN_PROVIDER`. */
    provider: text("provider").notNull(),
    since: integer("since").notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.serviceNumber, t.provider, t.since] })],
);

/**
 * The filing password of an organiser (DF §11.2 A), as a keyed hash: nobody reads it back, whoever lost it is sent a new
 * one. Wrong tries are counted here, because whoever guesses comes through any provider.
 */
export const filingPasswords = sqliteTable("filing_passwords", {
  entityNumber: text("entity_number")
    .primaryKey()
    .references(() => registerEntities.number),
  passwordIdx: text("password_idx").notNull(),
  issuedAt: integer("issued_at").notNull(),
  /** Wrong tries in a row. */
  wrong: integer("wrong").notNull().default(0),
  lockedUntil: integer("locked_until"),
});

/** What the entity lead was sent about it, by both ways; the sandbox mailbox shows them. JSON { to, body }, sealed. */
export const passwordMessages = sqliteTable(
  "password_messages",
  {
    id: text("id").primaryKey(),
    entityNumber: text("entity_number")
      .notNull()
      .references(() => registerEntities.number),
    channel: text("channel", { enum: ["mail", "sms"] }).notNull(),
    bodyEnc: blob("body_enc", { mode: "buffer" }).notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("password_messages_at").on(t.at)],
);
