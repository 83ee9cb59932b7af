import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { SiteMarks } from "@/lib/filing/application/filed-checks";
import type { FinanceKind } from "@/lib/filing/policy/finance";
import { orders } from "./orders";
import { users } from "./people";

/** A reviewer's own name for a view of the queue with its filters. What was searched for is never part of it. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    view: text("view").notNull(),
    /** The filters as they stand in an address: codes, ids of colleagues and days. */
    query: text("query").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [uniqueIndex("saved_views_name").on(t.userId, t.name)],
);

/**
 * The provider's own wordings of reasons. A row is one version and is never rewritten: the last one of a template is what
 * counts, and one that was taken away ends with a row that says so.
 */
export const reasonTemplates = sqliteTable(
  "reason_templates",
  {
    templateId: text("template_id").notNull(),
    version: integer("version").notNull(),
    /** DF §9 code. */
    code: text("code").notNull(),
    /** Whose own it is; null: everybody's. */
    ownerId: text("owner_id").references(() => users.id),
    text: text("text").notNull(),
    removed: integer("removed", { mode: "boolean" }).notNull().default(false),
    at: integer("at").notNull(),
    /** Who wrote this version. */
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.templateId, t.version] }),
    index("reason_templates_owner").on(t.ownerId, t.code),
  ],
);

/** What a reviewer saw of a filed service in a round (DF §15 B2); looking again replaces it. */
export const siteChecks = sqliteTable(
  "site_checks",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    round: integer("round").notNull(),
    /** Id of the row in the document's `filedServices`. */
    partId: text("part_id").notNull(),
    marks: text("marks", { mode: "json" }).$type<SiteMarks>().notNull(),
    at: integer("at").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.round, t.partId] })],
);

/** What a reviewer verified of a service's finance qualification in a round (DF §15 D13); doing it again replaces it. */
export const qualificationChecks = sqliteTable(
  "qualification_checks",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    round: integer("round").notNull(),
    /** Id of the service in the document. */
    partId: text("part_id").notNull(),
    kinds: text("kinds", { mode: "json" }).$type<readonly FinanceKind[]>().notNull(),
    /** What he saw, in his words, sealed under the order's data key. */
    seenEnc: blob("seen_enc", { mode: "buffer" }).notNull(),
    at: integer("at").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.round, t.partId] })],
);
