import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OrderType } from "@/lib/filing/application/codes";

/**
 * The sandbox authority is another system: its own file (`authority.db`), its own tables, nothing shared with the
 * console but ids the console sent. Personal values are ciphertext under a data key per submission, or keyed hashes.
 */
export const SUBMISSION_STATES = [
  "received",
  "sms",
  "review",
  "approved",
  "rejected",
  "sms_failed",
  "refused",
  "superseded",
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** In flight = the authority still owes an answer; an organiser and a domain may be in flight only once. */
export const IN_FLIGHT = ["received", "sms", "review"] as const satisfies readonly SubmissionState[];

export const submissions = sqliteTable(
  "submissions",
  {
    sequence: integer("sequence").primaryKey(),
    orderId: text("order_id").notNull(),
    orderType: text("order_type").$type<OrderType>().notNull(),
    province: text("province").notNull(),
    natureCode: integer("nature_code").notNull(),
    state: text("state", { enum: SUBMISSION_STATES }).notNull(),
    /** Code of a submission refused at the door: the same answer is given again. */
    refusedCode: text("refused_code"),
    certIdx: text("cert_idx").notNull(),
    /** Plain for units; null for a person. */
    unitName: text("unit_name"),
    /** First domain or APP name. */
    headline: text("headline"),
    serviceCount: integer("service_count").notNull(),
    wrappedKey: blob("wrapped_key", { mode: "buffer" }).notNull(),
    payloadEnc: blob("payload_enc", { mode: "buffer" }).notNull(),
    receivedAt: integer("received_at").notNull(),
    /** When the codes go out, and when unused ones make the submission fail. */
    smsAt: integer("sms_at").notNull(),
    smsDeadline: integer("sms_deadline"),
    reviewSince: integer("review_since"),
    decidedAt: integer("decided_at"),
    /** Officer's user id; null when the sandbox decided by itself. */
    decidedBy: text("decided_by"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("submissions_order").on(t.orderId),
    index("submissions_queue").on(t.state, t.province, t.reviewSince),
    index("submissions_cert").on(t.certIdx, t.state),
  ],
);

/** Domains of submissions, for conflicts. */
export const submissionDomains = sqliteTable(
  "submission_domains",
  {
    sequence: integer("sequence")
      .notNull()
      .references(() => submissions.sequence),
    domain: text("domain").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sequence, t.domain] }), index("submission_domains_domain").on(t.domain)],
);

/** One lead's duty to verify by SMS. */
export const verifications = sqliteTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    sequence: integer("sequence")
      .notNull()
      .references(() => submissions.sequence),
    personId: text("person_id").notNull(),
    state: text("state", { enum: ["pending", "done", "failed", "void"] }).notNull(),
    phoneIdx: text("phone_idx").notNull(),
    tailIdx: text("tail_idx").notNull(),
    codeIdx: text("code_idx").notNull(),
    /** Wrong inputs so far. */
    wrong: integer("wrong").notNull().default(0),
    sentAt: integer("sent_at").notNull(),
    /** Times of resends in the last 24 h. */
    resends: text("resends", { mode: "json" }).$type<readonly number[]>().notNull(),
    /** When the authority sent a code again by itself; it does so once. */
    autoResentAt: integer("auto_resent_at"),
    doneAt: integer("done_at"),
  },
  (t) => [
    index("verifications_phone").on(t.phoneIdx, t.state),
    index("verifications_code").on(t.codeIdx, t.state),
    uniqueIndex("verifications_person").on(t.sequence, t.personId),
  ],
);

/** What the provider polls. Numbered in commit order; never changed, only acknowledged. */
export const notices = sqliteTable("notices", {
  number: integer("number").primaryKey({ autoIncrement: true }),
  at: integer("at").notNull(),
  /** Simulated delivery delay: not offered before. */
  availableAt: integer("available_at").notNull(),
  orderId: text("order_id"),
  sequence: integer("sequence"),
  type: text("type").notNull(),
  bodyEnc: blob("body_enc", { mode: "buffer" }).notNull(),
});

/** SMS the authority "sent"; the sandbox mailbox shows them. JSON { to, body } under the submission's key. */
export const outgoingSms = sqliteTable(
  "outgoing_sms",
  {
    id: text("id").primaryKey(),
    sequence: integer("sequence")
      .notNull()
      .references(() => submissions.sequence),
    sender: text("sender").notNull(),
    bodyEnc: blob("body_enc", { mode: "buffer" }).notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("outgoing_sms_at").on(t.at)],
);

/** Organisers the authority files nothing for, by keyed hash of the certificate number. */
export const blacklist = sqliteTable("blacklist", {
  certIdx: text("cert_idx").primaryKey(),
  since: integer("since").notNull(),
  reason: text("reason").notNull().default(""),
  /** The number itself, sealed: the desk shows its ends. */
  certEnc: blob("cert_enc", { mode: "buffer" }),
});

/** Domains and service names the authority files for nobody (DF §15 D7); lower case. */
export const blacklistedWords = sqliteTable(
  "blacklisted_words",
  {
    kind: text("kind", { enum: ["domain", "name"] }).notNull(),
    word: text("word").notNull(),
    since: integer("since").notNull(),
    reason: text("reason").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.kind, t.word] })],
);

/** Who looked at or decided what at the desk. Append only by trigger. */
export const deskLog = sqliteTable(
  "desk_log",
  {
    id: text("id").primaryKey(),
    at: integer("at").notNull(),
    officerId: text("officer_id").notNull(),
    action: text("action").notNull(),
    sequence: integer("sequence"),
  },
  (t) => [index("desk_log_sequence").on(t.sequence, t.at)],
);

export const settings = sqliteTable("settings", {
  key: text("key").primaryKey(),
  value: text("value", { mode: "json" }).$type<unknown>().notNull(),
});

/** Last serial per province and year, last notice acknowledged. */
export const counters = sqliteTable("counters", {
  name: text("name").primaryKey(),
  value: integer("value").notNull(),
});

export * from "./register-schema";
