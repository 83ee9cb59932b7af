import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { AFTER_TASKS } from "@/lib/filing/after/tasks";
import { users } from "./people";
import { services } from "./registry";

/** Machines of the provider that may read what is served here. A token is shown once; only its hash is kept. */
export const servingConsumers = sqliteTable(
  "serving_consumers",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull(),
    /** System clock, all of them. */
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    lastUsedAt: integer("last_used_at"),
    revokedAt: integer("revoked_at"),
  },
  (t) => [uniqueIndex("serving_consumers_token_unique").on(t.tokenHash)],
);

/**
 * Domains whose standing may have moved, in the order of the commits: what a consumer reads after its cursor. A line is
 * written with the change of the register itself; what is true of the domain is read when somebody asks.
 */
export const servingChanges = sqliteTable(
  "serving_changes",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    domain: text("domain").notNull(),
    /** Business time. */
    at: integer("at").notNull(),
  },
  (t) => [index("serving_changes_at").on(t.at)],
);

/** What the holder of a filed service has ticked as done after the approval. */
export const afterTasks = sqliteTable(
  "after_tasks",
  {
    serviceId: text("service_id")
      .notNull()
      .references(() => services.id),
    task: text("task", { enum: AFTER_TASKS }).notNull(),
    /** Business time. */
    doneAt: integer("done_at").notNull(),
    doneBy: text("done_by")
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.task] })],
);
