import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { databasePath, openReader, type Reader } from "./connection";
import { openWriter, type Writer } from "./writer";

/**
 * Next loads a module once per bundle: page, action, route handler and instrumentation each get their own copy.
 * So the one database of the process lives on `globalThis`, and every copy of this module finds the same.
 */
const KEY = Symbol.for("icp.db");

export interface Database {
  readonly id: string;
  readonly path: string;
  readonly reader: Reader;
  readonly writer: Writer;
  close(): void;
}

type Holder = { [KEY]?: Database };

/** Opens a database of its own (tests open two); the process's one is `database()`. */
export function openDatabase(path: string, patienceMs?: number): Database {
  const writer = openWriter(path, patienceMs);
  const reader = openReader(path);
  return {
    id: randomUUID(),
    path,
    reader: reader.db,
    writer,
    close() {
      reader.close();
      writer.close();
    },
  };
}

/** The database of this process, opened at first use. */
export function database(): Database {
  const holder = globalThis as Holder;
  holder[KEY] ??= openDatabase(databasePath(env.DATA_DIR));
  return holder[KEY];
}

/** Closes it; the next use opens the one of the then current DATA_DIR. */
export function closeDatabase(): void {
  const holder = globalThis as Holder;
  holder[KEY]?.close();
  delete holder[KEY];
}
