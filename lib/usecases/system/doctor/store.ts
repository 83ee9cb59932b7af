import "server-only";
import { existsSync } from "node:fs";
import { and, eq, gt, isNotNull, ne, sql } from "drizzle-orm";
import { damageOf } from "@/db/backup";
import { read } from "@/db/client";
import { databasePath } from "@/db/connection";
import { migrationState } from "@/db/migrate";
import * as t from "@/db/schema";
import { verifyAuditChain } from "@/lib/audit";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { unwrap } from "@/lib/secrets";
import { NoSecretsError, secrets } from "@/lib/secrets/store";
import { storage } from "@/lib/storage";
import { addressOf } from "../../accounts/links";
import { emailIndex, emailOf } from "../../accounts/users";
import { type DoctorFinding, finding } from "./finding";

/** Clocks of two machines differ by seconds; more means that one was set back. */
const CLOCK_SLACK_MS = 60_000;

/**
 * One of everything that is sealed under the master key. A new installation has nobody but its first administrator's
 * link; what belonged to a closed account is empty, not unreadable.
 */
async function openSamples(): Promise<void> {
  for (const table of [t.accounts, t.orders]) {
    const [row] = await read()
      .select({ wrapped: table.wrappedKey })
      .from(table)
      .where(gt(sql`length(${table.wrappedKey})`, 0))
      .limit(1);
    if (row?.wrapped) unwrap(row.wrapped);
  }
  const [user] = await read().select().from(t.users).where(ne(t.users.status, "erased")).limit(1);
  const [link] = await read().select().from(t.accountLinks).limit(1);
  const addresses = [
    ...(user ? [{ idx: user.emailIdx, email: emailOf(user) }] : []),
    ...(link ? [{ idx: link.emailIdx, email: addressOf(link) }] : []),
  ];
  // Readable is half of it: nobody is found by his address with another key of the indexes.
  if (addresses.some(({ idx, email }) => emailIndex(email) !== idx)) throw new Error("another index key");
}

/** The keys: there, and the ones this database was written with. */
export async function lookAtKeys(): Promise<DoctorFinding> {
  const keys = finding("keys");
  try {
    secrets();
  } catch (error) {
    return keys("fail", error instanceof NoSecretsError ? error.message : "The secrets cannot be read.");
  }
  try {
    await openSamples();
  } catch {
    return keys("fail", "The database was written with other keys: nothing in it can be read with these.");
  }
  return keys("ok", "they open what is stored");
}

/** The database file; null when it is so broken that nothing else need be asked. */
export function lookAtDatabase(): DoctorFinding {
  const database = finding("database");
  const path = databasePath(env.DATA_DIR);
  if (!existsSync(path)) return database("fail", "There is none yet: npm start makes it.");
  const damage = damageOf(path);
  if (damage !== null) return database("fail", `Damaged: ${damage}. Restore a backup (npm run restore).`);
  try {
    if (migrationState(path) === "pending")
      return database("warn", "Migrations are pending: npm start applies them.");
  } catch (error) {
    return database("fail", error instanceof Error ? error.message : String(error));
  }
  return database("ok", "pages and references hold together, migrations are current");
}

/** Whether the record of what was done is unbroken. */
export async function lookAtAudit(): Promise<DoctorFinding> {
  const chain = finding("audit");
  const verdict = await verifyAuditChain();
  return verdict.intact
    ? chain("ok", `${verdict.entries} entries, unbroken`)
    : chain(
        "fail",
        `The chain is broken at entry ${verdict.seq} (${verdict.cause}): somebody changed the file.`,
      );
}

/** Documents the database names, but that are not on disk. */
export async function lookAtDocuments(): Promise<DoctorFinding> {
  const documents = finding("documents");
  const rows = await read()
    .select({ key: t.files.storageKey, orderId: t.files.orderId })
    .from(t.files)
    .innerJoin(t.orders, eq(t.orders.id, t.files.orderId))
    .where(and(isNotNull(t.orders.wrappedKey)));
  const missing = [];
  for (const { key, orderId } of rows) if ((await storage().head(key)) === null) missing.push(orderId);
  if (missing.length === 0) return documents("ok", `${rows.length} documents, all on disk`);
  return documents(
    "fail",
    `${missing.length} of ${rows.length} are gone from disk, first of order ${missing[0]}.`,
  );
}

/** A clock that was set back makes links live longer and orders lapse late. */
export async function lookAtClock(): Promise<DoctorFinding> {
  const clock = finding("clock");
  const [row] = await read()
    .select({ at: sql<number | null>`max(${t.sessions.lastSeenAt})` })
    .from(t.sessions);
  const ahead = (row?.at ?? 0) - systemClock().now();
  return ahead > CLOCK_SLACK_MS
    ? clock(
        "fail",
        `It is ${Math.round(ahead / 60_000)} minutes behind what was written already: check the time service.`,
      )
    : clock("ok", new Date(systemClock().now()).toISOString());
}
