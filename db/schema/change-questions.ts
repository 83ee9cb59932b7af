import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { CHANGE_ABOUT } from "@/lib/filing/change/consequences";
import { accounts, users } from "./people";
import { entities } from "./registry";

/**
 * Short questions to the reviewers before a change (DF §15 D21), one open at a time for a filing and its account. Question
 * and answer are sealed under the data key of the account that asked, and go with it.
 */
export const changeQuestions = sqliteTable(
  "change_questions",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    entityId: text("entity_id")
      .notNull()
      .references(() => entities.id),
    about: text("about", { enum: CHANGE_ABOUT }).notNull(),
    questionEnc: blob("question_enc", { mode: "buffer" }).notNull(),
    answerEnc: blob("answer_enc", { mode: "buffer" }),
    askedAt: integer("asked_at").notNull(),
    askedBy: text("asked_by")
      .notNull()
      .references(() => users.id),
    answeredAt: integer("answered_at"),
    answeredBy: text("answered_by").references(() => users.id),
  },
  (t) => [
    index("change_questions_waiting").on(t.answeredAt, t.askedAt),
    uniqueIndex("change_questions_open_unique").on(t.entityId, t.accountId).where(sql`answered_at IS NULL`),
  ],
);
