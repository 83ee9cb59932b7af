import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./people";

/** Who is asked to vouch: the provider's customers and its employees have a sign-in of their own each. */
export const AUDIENCES = ["customers", "staff"] as const;

/** An account elsewhere that opens ours (OpenID Connect). System clock. */
export const identities = sqliteTable(
  "identities",
  {
    id: text("id").primaryKey(),
    audience: text("audience", { enum: AUDIENCES }).notNull(),
    issuer: text("issuer").notNull(),
    /** Keyed hash of `sub`: some issuers put a staff number or a mail address there. */
    subjectIdx: text("subject_idx").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** His roles came with the role claim, and go with it. False: somebody here gave them. */
    rolesManaged: integer("roles_managed", { mode: "boolean" }).notNull().default(false),
    /** When he agreed that the real name is taken over from there; null: it is not. */
    realNameAgreedAt: integer("real_name_agreed_at"),
    createdAt: integer("created_at").notNull(),
    lastUsedAt: integer("last_used_at").notNull(),
  },
  (t) => [
    uniqueIndex("identities_subject_unique").on(t.audience, t.issuer, t.subjectIdx),
    uniqueIndex("identities_user_unique").on(t.userId, t.audience, t.issuer),
  ],
);

/** Somebody who has proven who he is elsewhere and has no user here yet. Lives half an hour. System clock. */
export const identityOffers = sqliteTable(
  "identity_offers",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of what lies in the browser's cookie: only the browser that signed in goes on. */
    tokenHash: text("token_hash").notNull(),
    audience: text("audience", { enum: AUDIENCES }).notNull(),
    /** JSON of what the issuer said. */
    claimsEnc: blob("claims_enc", { mode: "buffer" }).notNull(),
    nextPath: text("next_path").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("identity_offers_token_unique").on(t.tokenHash),
    index("identity_offers_expires").on(t.expiresAt),
  ],
);
