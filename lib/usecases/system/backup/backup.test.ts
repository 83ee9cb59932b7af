import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import { databasePath } from "@/db/connection";
import { closeDatabase } from "@/db/registry";
import * as t from "@/db/schema";
import { auditRefusal, verifyAuditChain } from "@/lib/audit";
import { resetEnv } from "@/lib/env";
import { unwrap } from "@/lib/secrets";
import { storage } from "@/lib/storage";
import { newWorld, orderNow, type World } from "@/lib/usecases/testing";
import { backUp } from "./back-up";
import { MANIFEST, type Manifest } from "./manifest";
import { restore } from "./restore";

let world: World;
let place: string;
beforeEach(async () => {
  world = await newWorld();
  place = mkdtempSync(join(tmpdir(), "icp-backup-"));
});
afterEach(() => {
  moveTo(world.dataDir);
  world.dispose();
  rmSync(place, { recursive: true, force: true });
});

function moveTo(dataDir: string): void {
  closeDatabase();
  process.env.DATA_DIR = dataDir;
  resetEnv();
}

/** An empty data directory, with the keys of another one or of its own. */
function emptyDirectory(name: string, secretsOf: string | null): string {
  const directory = join(place, name);
  mkdirSync(directory);
  if (secretsOf !== null) cpSync(join(secretsOf, "secrets.json"), join(directory, "secrets.json"));
  moveTo(directory);
  return directory;
}

const auditHashes = async () =>
  (await read().select({ hash: t.auditLog.hash }).from(t.auditLog).orderBy(asc(t.auditLog.seq))).map(
    ({ hash }) => hash,
  );

/** Every stored document, whole and decrypted. */
async function readDocuments(): Promise<number> {
  const keys = new Map((await read().select().from(t.orders)).map((order) => [order.id, order.wrappedKey]));
  const files = await read().select().from(t.files);
  for (const file of files) {
    const wrapped = keys.get(file.orderId);
    if (!wrapped) throw new Error("a document without a key");
    let bytes = 0;
    for await (const piece of await storage().read(file.storageKey, unwrap(wrapped))) bytes += piece.length;
    expect(bytes).toBe(file.bytes);
  }
  return files.length;
}

/** What happened to orders, in the order it was written, and that each order is what its events say. */
async function orderEvents() {
  const { orderId, seq, event, at } = t.orderEvents;
  const events = await read().select({ orderId, seq, event, at }).from(t.orderEvents).orderBy(sql`rowid`);
  for (const { id } of await read().select({ id: t.orders.id }).from(t.orders)) await orderNow(id);
  return events;
}

const auditedClaims = async () =>
  (
    await read()
      .select({ seq: t.auditLog.seq })
      .from(t.auditLog)
      .where(eq(t.auditLog.action, "order.claimed"))
  ).length;

const manifestOf = (directory: string) =>
  JSON.parse(readFileSync(join(directory, MANIFEST), "utf8")) as Manifest;

describe("a backup", () => {
  it("taken while people write is one moment: a prefix of what was done, with every document of it", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const reviewer = await world.reviewer("reviewer-lin");
    const before = (await auditHashes()).length;
    const eventsBefore = (await orderEvents()).length;
    let running = true;
    const load = (async () => {
      while (running) {
        await auditRefusal({ actorId: null, action: "meanwhile" });
        await reviewer.claim(orderId);
        await reviewer.release(orderId);
        // SQLite answers at once: without a turn of the loop nobody else would ever get one.
        await new Promise((resolve) => setImmediate(resolve));
      }
      // Surely later than the moment of the backup.
      await reviewer.claim(orderId);
    })();
    const others = world.inReview("filed");
    const backup = join(place, "one");
    const { manifest } = await backUp(backup);
    running = false;
    await Promise.all([load, others]);
    const live = await auditHashes();
    const happened = await orderEvents();
    expect(manifest.audit.entries).toBeGreaterThanOrEqual(before);
    expect(live.length).toBeGreaterThan(manifest.audit.entries);

    emptyDirectory("restored", world.dataDir);
    await restore(backup);
    expect(await auditHashes()).toEqual(live.slice(0, manifest.audit.entries));
    const kept = await orderEvents();
    expect(kept).toEqual(happened.slice(0, kept.length));
    expect(kept.length).toBeGreaterThanOrEqual(eventsBefore);
    expect(happened.length).toBeGreaterThan(kept.length);
    // One moment for both: no row of the audit speaks of an event that was not copied, nor the other way round.
    const claims = (rows: readonly { event: { type: string } }[]) =>
      rows.filter(({ event }) => event.type === "claimed").length;
    expect(await auditedClaims()).toBe(claims(kept));
    expect(await verifyAuditChain()).toEqual({ intact: true, entries: manifest.audit.entries });
    expect(await readDocuments()).toBeGreaterThan(0);
    expect(existsSync(`${databasePath(join(place, "restored"))}`)).toBe(true);
  });

  it("holds no key, and is taken once under one name", async () => {
    const backup = join(place, "one");
    await backUp(backup);
    expect(readdirSync(backup).toSorted()).toEqual(["icp.db", MANIFEST]);
    await expect(backUp(backup)).rejects.toMatchObject({ name: "BackupError" });
    expect(readdirSync(place)).toEqual(["one"]);
  });

  it("is refused, and nothing kept of it, when a document of the moment is nowhere", async () => {
    await world.inReview("fresh-unit");
    const [file] = await read().select().from(t.files);
    await storage().delete(file?.storageKey ?? "");
    await expect(backUp(join(place, "one"))).rejects.toThrow(file?.storageKey ?? "no file");
    expect(readdirSync(place)).toEqual([]);
  });
});

describe("restoring", () => {
  let backup: string;
  beforeEach(async () => {
    await world.inReview("fresh-unit");
    backup = join(place, "backup");
    await backUp(backup);
  });

  /** What stays when it is refused: nothing but what lay there before. */
  const refused = async (directory: string, words: RegExp, left: readonly string[] = ["secrets.json"]) => {
    await expect(restore(backup)).rejects.toThrow(words);
    expect(readdirSync(directory).toSorted()).toEqual(left);
  };

  it("needs the keys", async () => {
    await refused(emptyDirectory("target", null), /There are no keys/, []);
  });

  it("is refused with other keys", async () => {
    const other = await newWorld();
    const directory = emptyDirectory("target", other.dataDir);
    rmSync(other.dataDir, { recursive: true, force: true });
    await refused(directory, /not the ones the backup was written with/);
  });

  it("is refused into a directory that holds anything", async () => {
    const directory = emptyDirectory("target", world.dataDir);
    writeFileSync(join(directory, "icp.db"), "");
    await refused(directory, /is not empty \(icp\.db\)/, ["icp.db", "secrets.json"]);
  });

  it.each([
    ["a byte of the database", (path: string) => flip(join(path, "icp.db"))],
    ["a byte of a document", (path: string) => flip(join(path, manifestOf(path).files.at(-1)?.path ?? ""))],
    [
      "a document that is gone",
      (path: string) => rmSync(join(path, manifestOf(path).files.at(-1)?.path ?? "")),
    ],
  ])("is refused after a change: %s", async (_what, change) => {
    change(backup);
    await refused(emptyDirectory("target", world.dataDir), /missing or changed/);
  });

  it.each([
    ["no manifest", () => null, /not a whole backup/],
    [
      "a path that climbs out",
      (m: Manifest) => ({ ...m, files: [{ ...m.files[0], path: "../x" }] }),
      /not a whole/,
    ],
    ["an absolute path", (m: Manifest) => ({ ...m, files: [{ ...m.files[0], path: "/x" }] }), /not a whole/],
    ["a migration we do not know", (m: Manifest) => ({ ...m, migrations: ["9999_later"] }), /newer version/],
    ["another mode", (m: Manifest) => ({ ...m, mode: "production" }), /production mode/],
    ["a format of the future", (m: Manifest) => ({ ...m, format: 2 }), /not a whole/],
  ])("is refused when the manifest has %s", async (_what, change, words) => {
    const changed = change(manifestOf(backup));
    if (changed === null) rmSync(join(backup, MANIFEST));
    else writeFileSync(join(backup, MANIFEST), JSON.stringify(changed));
    await refused(emptyDirectory("target", world.dataDir), words);
  });
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
