import "server-only";
import { existsSync } from "node:fs";
import { copyFile, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { desc, eq, isNotNull, sql } from "drizzle-orm";
import { copyDatabase } from "@/db/backup";
import { databasePath, openReader, type Reader } from "@/db/connection";
import { loadMigrations } from "@/db/migrate";
import * as t from "@/db/schema";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { secrets } from "@/lib/secrets/store";
import { namesOfKeys } from "./keys";
import { describeFile, MANIFEST, type Manifest, type ManifestFile } from "./manifest";

/** The sandbox's authority keeps a file of its own; it is another system, so a moment later is no contradiction. */
const AUTHORITY = "authority.db";
/** The sandbox's moved clock: what is stored lies in its time. */
const CLOCK = "clock.json";
const MAIN = "icp.db";
const FILES = "files";

/** How often the moment is chosen anew when documents of it were destroyed meanwhile (an order approved, erased). */
const MOMENTS = 5;

/** Said to the operator, who can mend it. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** Stored documents of orders and manual requests whose key still exists: the only ones that can be read. */
async function documentsOf(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .select({ storageKey: t.files.storageKey, thumbKey: t.files.thumbKey })
    .from(t.files)
    .innerJoin(t.orders, eq(t.orders.id, t.files.orderId))
    .where(isNotNull(t.orders.wrappedKey));
  const manual = await db
    .select({ storageKey: t.manualFiles.storageKey })
    .from(t.manualFiles)
    .innerJoin(t.manualCancellations, eq(t.manualCancellations.id, t.manualFiles.requestId))
    .where(isNotNull(t.manualCancellations.wrappedKey));
  return [
    ...rows.flatMap(({ storageKey, thumbKey }) =>
      thumbKey === null ? [storageKey] : [storageKey, thumbKey],
    ),
    ...manual.map(({ storageKey }) => storageKey),
  ];
}

/** Copies what is not there yet; documents are written once and never changed. Answers what is gone. */
async function copyDocuments(keys: readonly string[], to: string): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const key of keys) {
    const target = join(to, FILES, key);
    if (existsSync(target)) continue;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      await copyFile(join(env.DATA_DIR, FILES, key), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      gone.push(key);
    }
  }
  return gone;
}

interface Moment {
  readonly documents: readonly string[];
  readonly migrations: readonly string[];
  readonly audit: Manifest["audit"];
}

async function readMoment(path: string): Promise<Moment> {
  const reader = openReader(path);
  try {
    const applied = await reader.db.all<{ tag: string }>(sql`SELECT tag FROM schema_migrations`);
    const tags = new Set(applied.map(({ tag }) => tag));
    const [last] = await reader.db
      .select({ seq: t.auditLog.seq, hash: t.auditLog.hash })
      .from(t.auditLog)
      .orderBy(desc(t.auditLog.seq))
      .limit(1);
    return {
      documents: await documentsOf(reader.db),
      migrations: loadMigrations()
        .map(({ tag }) => tag)
        .filter((tag) => tags.has(tag)),
      audit: { entries: last?.seq ?? 0, head: last?.hash ?? null },
    };
  } finally {
    reader.close();
  }
}

/** Database and documents of one moment. Documents that exist now are copied first, so that few can be gone later. */
async function copyMoment(to: string): Promise<Moment> {
  const live = openReader(databasePath(env.DATA_DIR));
  try {
    await copyDocuments(await documentsOf(live.db), to);
  } finally {
    live.close();
  }
  const copy = join(to, MAIN);
  for (let tried = 1; ; tried += 1) {
    await rm(copy, { force: true });
    await copyDatabase(databasePath(env.DATA_DIR), copy);
    const moment = await readMoment(copy);
    const gone = await copyDocuments(moment.documents, to);
    if (gone.length === 0) return moment;
    if (tried === MOMENTS)
      throw new BackupError(
        `${gone.length} documents the database names are not in ${join(env.DATA_DIR, FILES)}, the first is ${gone[0]}. npm run doctor says more.`,
      );
  }
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export interface BackupReport {
  readonly directory: string;
  readonly manifest: Manifest;
}

/**
 * Copies database and documents as one moment into a new directory, while the server goes on. The keys are not in it:
 * whoever finds it can read nothing.
 *
 * @throws BackupError DamagedDatabaseError
 */
export async function backUp(directory: string): Promise<BackupReport> {
  if (existsSync(directory)) throw new BackupError(`${directory} exists already.`);
  const draft = `${directory}.part-${process.pid}`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const { documents, migrations, audit } = await copyMoment(draft);
    const beside = [AUTHORITY, CLOCK].filter((name) => existsSync(join(env.DATA_DIR, name)));
    for (const name of beside) {
      const copy = name === CLOCK ? copyFile : copyDatabase;
      await copy(join(env.DATA_DIR, name), join(draft, name));
    }
    const files: ManifestFile[] = [];
    for (const path of [MAIN, ...beside, ...documents.map((key) => `${FILES}/${key}`).toSorted()]) {
      files.push(await describeFile(draft, path));
      await toDisk(join(draft, path));
    }
    const manifest: Manifest = {
      format: 1,
      at: new Date(systemClock().now()).toISOString(),
      mode: env.MODE,
      migrations: [...migrations],
      audit,
      keys: namesOfKeys(secrets()),
      files,
    };
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, {
      mode: 0o600,
      flush: true,
    });
    await rename(draft, directory);
    return { directory, manifest };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}
