import "server-only";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { env } from "@/lib/env";
import { migrateStore } from "./migrate";
import * as schema from "./schema";

export type StoreDb = BetterSQLite3Database<typeof schema>;

/** The authority's own file: one writer, one reader, shared by every bundle of the process. */
export interface Store {
  readonly writer: Database.Database;
  readonly writerDb: StoreDb;
  readonly readerDb: StoreDb;
  /** Tail of the queue in front of the writer. */
  queue: Promise<unknown>;
  close(): void;
}

const REGISTRY = Symbol.for("icp.authority.store");
type Registry = { [REGISTRY]?: Map<string, Store> };

function open(file: string): Store {
  mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
  const writer = new Database(file, { timeout: 5000 });
  chmodSync(file, 0o600);
  writer.pragma("journal_mode = WAL");
  writer.pragma("synchronous = FULL");
  migrateStore(writer);
  writer.pragma("foreign_keys = ON");
  // From here on waiting is ours: better-sqlite3's own would stop the event loop.
  writer.pragma("busy_timeout = 0");
  const reader = new Database(file, { timeout: 5000 });
  reader.pragma("query_only = ON");
  return {
    writer,
    writerDb: drizzle({ client: writer, schema }),
    readerDb: drizzle({ client: reader, schema }),
    queue: Promise.resolve(),
    close() {
      reader.close();
      writer.close();
    },
  };
}

/** The store of this data directory, opened and migrated at first use. */
export function store(): Store {
  const registry = globalThis as Registry;
  registry[REGISTRY] ??= new Map();
  const file = join(env.DATA_DIR, "authority.db");
  const known = registry[REGISTRY].get(file);
  if (known) return known;
  const opened = open(file);
  registry[REGISTRY].set(file, opened);
  return opened;
}

/** The reader: same queries, cannot write. */
export const readStore = (): StoreDb => store().readerDb;
