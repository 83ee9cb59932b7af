import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import { databasePath } from "@/db/connection";
import { closeDatabase } from "@/db/registry";
import * as t from "@/db/schema";
import { sessionOf } from "@/lib/auth/testing";
import { setTestClocks } from "@/lib/clock/testing";
import { resetEnv } from "@/lib/env";
import { startProvider } from "@/lib/identity/testing";
import { openMailSink } from "@/lib/notify/testing";
import { saying } from "@/lib/outbound/testing";
import { storage } from "@/lib/storage";
import { openSystem } from "@/lib/systems/testing";
import { DAY, HOUR, newWorld, type World } from "@/lib/usecases/testing";
import { examine } from ".";
import { judgeHandover, STALE_WORK_MS } from "./neighbours";
import { FREE_FAIL_BYTES, FREE_WARN_BYTES, judgeFree } from "./place";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const said = async (name: string) => (await examine()).find((one) => one.name === name);
/** Past the program, as somebody with the file in hands. */
function change(sql: string, ...values: unknown[]): void {
  const connection = new Sqlite(databasePath(world.dataDir));
  connection.exec("DROP TRIGGER IF EXISTS audit_log_no_update");
  connection.prepare(sql).run(...values);
  connection.close();
}
async function withEnv(extra: Readonly<Record<string, string>>, act: () => Promise<void>): Promise<void> {
  Object.assign(process.env, extra);
  resetEnv();
  try {
    await act();
  } finally {
    for (const name of Object.keys(extra)) delete process.env[name];
    resetEnv();
  }
}

describe("doctor", () => {
  it("finds nothing wrong with an installation that works, and changes nothing", async () => {
    await world.inReview("fresh-unit");
    await world.pass(0);
    const before = (await read().select().from(t.auditLog)).length;
    const findings = await examine();
    expect(findings.filter(({ level }) => level !== "ok")).toEqual([]);
    expect(findings.map(({ name }) => name)).toEqual([
      "data",
      "disk",
      "database",
      "keys",
      "audit",
      "documents",
      "clock",
      "work",
      "line",
      "webhooks",
      "staff",
      "gateway",
      "address",
      "mail",
      "sms",
      "issuer",
      "issuer-staff",
      "inventory",
      "domains",
      "business",
    ]);
    expect((await read().select().from(t.auditLog)).length).toBe(before);
  });

  it.each([
    [FREE_FAIL_BYTES - 1, "fail"],
    [FREE_FAIL_BYTES, "warn"],
    [FREE_WARN_BYTES - 1, "warn"],
    [FREE_WARN_BYTES, "ok"],
  ])("judges %d free bytes: %s", (bytes, level) => {
    expect(judgeFree(bytes).level).toBe(level);
  });

  it("warns of a directory others can look into, fails without one", async () => {
    chmodSync(world.dataDir, 0o755);
    expect(await said("data")).toMatchObject({ level: "warn" });
    await withEnv({}, async () => {
      process.env.DATA_DIR = join(world.dataDir, "nowhere");
      resetEnv();
      expect(await said("data")).toMatchObject({ level: "fail" });
      expect(await said("database")).toBeUndefined();
      process.env.DATA_DIR = world.dataDir;
    });
  });

  it("says that there is no database yet, or that it is damaged, and asks nothing more of it", async () => {
    closeDatabase();
    writeFileSync(databasePath(world.dataDir), "not a database at all");
    rmSync(`${databasePath(world.dataDir)}-wal`, { force: true });
    expect(await said("database")).toMatchObject({ level: "fail", text: expect.stringContaining("Damaged") });
    expect(await said("audit")).toBeUndefined();
    rmSync(databasePath(world.dataDir));
    expect(await said("database")).toMatchObject({
      level: "fail",
      text: expect.stringContaining("none yet"),
    });
  });

  it("sees pending migrations, and those of a newer program", async () => {
    change("DELETE FROM schema_migrations WHERE tag = (SELECT max(tag) FROM schema_migrations)");
    expect(await said("database")).toMatchObject({ level: "warn" });
    change("INSERT INTO schema_migrations (tag, hash, applied_at) VALUES ('9999_later', 'x', 0)");
    expect(await said("database")).toMatchObject({
      level: "fail",
      text: expect.stringContaining("9999_later"),
    });
  });

  it("knows keys that open nothing of what is stored", async () => {
    await world.inReview("fresh-unit");
    const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");
    const keys = { ICP_MASTER_KEY: key(1), ICP_BLIND_INDEX_KEY: key(2), ICP_AUTH_SECRET: key(3) };
    const other = await newWorld();
    await withEnv(keys, async () => {
      process.env.DATA_DIR = world.dataDir;
      resetEnv();
      closeDatabase();
      expect(await said("keys")).toMatchObject({
        level: "fail",
        text: expect.stringContaining("other keys"),
      });
    });
    other.dispose();
    process.env.DATA_DIR = world.dataDir;
    resetEnv();
  });

  it("knows them by the addresses alone, master key and index key; a closed account is no reason to doubt them", async () => {
    // Nobody has an account: staff only, as in a new installation.
    change("UPDATE accounts SET wrapped_key = X''");
    expect(await said("keys")).toMatchObject({ level: "ok" });
    const stored = JSON.parse(readFileSync(join(world.dataDir, "secrets.json"), "utf8"));
    const other = Buffer.alloc(32, 7).toString("base64");
    for (const changed of [{ masterKeys: [other] }, { blindIndexKey: other }]) {
      closeDatabase();
      const copy = mkdtempSync(join(tmpdir(), "icp-doctor-"));
      cpSync(world.dataDir, copy, { recursive: true });
      writeFileSync(join(copy, "secrets.json"), JSON.stringify({ ...stored, ...changed }));
      await withEnv({ DATA_DIR: copy }, async () => {
        expect(await said("keys"), Object.keys(changed)[0]).toMatchObject({ level: "fail" });
        closeDatabase();
      });
      rmSync(copy, { recursive: true, force: true });
    }
    process.env.DATA_DIR = world.dataDir;
    resetEnv();
  });

  it("names the entry at which the audit was changed", async () => {
    await world.inReview("fresh-unit");
    change("UPDATE audit_log SET action = 'else' WHERE seq = 2");
    expect(await said("audit")).toMatchObject({ level: "fail", text: expect.stringContaining("entry 2") });
  });

  it("misses a document that is gone from disk", async () => {
    const { orderId } = await world.inReview("fresh-unit");
    const [file] = await read().select().from(t.files);
    await storage().delete(file?.storageKey ?? "");
    expect(await said("documents")).toMatchObject({ level: "fail", text: expect.stringContaining(orderId) });
  });

  it("notices a clock that was set back", async () => {
    await sessionOf("fresh-unit");
    const [session] = await read().select().from(t.sessions);
    const seen = session?.lastSeenAt ?? 0;
    setTestClocks(seen - 60_000);
    expect(await said("clock")).toMatchObject({ level: "ok" });
    setTestClocks(seen - 60_001);
    expect(await said("clock")).toMatchObject({ level: "fail" });
  });

  it("tells work that is under way from work nobody does", async () => {
    await world.inReview("fresh-unit");
    await world.pass(HOUR);
    change("UPDATE outbox SET done_at = NULL, run_at = ?", world.clock.now() - STALE_WORK_MS);
    expect(await said("work")).toMatchObject({ level: "ok" });
    change("UPDATE outbox SET run_at = run_at - 1");
    expect(await said("work")).toMatchObject({ level: "fail" });
    change("UPDATE outbox SET done_at = ?", world.clock.now());
    change("UPDATE outbox SET failed_at = 1 WHERE id = (SELECT min(id) FROM outbox)");
    expect(await said("work")).toMatchObject({ level: "warn", text: expect.stringContaining("1 set aside") });
    world.clock.advance(DAY);
  });

  it("greets the mail server", async () => {
    const sink = await openMailSink();
    await withEnv({ SMTP_URL: sink.url }, async () => {
      expect(await said("mail")).toMatchObject({ level: "ok" });
      await sink.close();
      expect(await said("mail")).toMatchObject({
        level: "fail",
        text: expect.not.stringContaining("smtp://"),
      });
    });
  });

  it("asks the issuers who they are", async () => {
    const provider = await startProvider();
    await withEnv(
      { ...provider.env("OIDC_", "Cloud"), ...provider.env("STAFF_OIDC_", "House") },
      async () => {
        expect(await said("issuer")).toMatchObject({
          level: "ok",
          text: expect.stringContaining("/api/auth/callback/oidc"),
        });
        provider.mood = { metadata: { issuer: "https://other.example" } };
        expect(await said("issuer-staff")).toMatchObject({
          level: "fail",
          text: expect.stringContaining("letter by letter"),
        });
        provider.mood = { ill: { endpoint: "discovery", how: "500" } };
        expect(await said("issuer")).toMatchObject({ level: "fail", text: expect.stringContaining("500") });
        await provider.close();
        expect(await said("issuer")).toMatchObject({
          level: "fail",
          text: expect.stringContaining("not answer"),
        });
      },
    );
  });

  it("asks the provider's own systems who they are", async () => {
    const system = await openSystem();
    await withEnv({ DOMAINS_URL: system.url, DOMAINS_TOKEN: "t0ken-of-the-registrar" }, async () => {
      expect(await said("domains")).toMatchObject({ level: "ok", text: `answers at ${system.host}` });
      expect(system.questions).toEqual([{ question: "hello", system: "domains" }]);
      system.mood = saying(200, '{"system":"inventory"}');
      expect(await said("domains")).toMatchObject({
        level: "fail",
        text: expect.stringContaining("right address"),
      });
      system.mood = saying(401);
      const refused = await said("domains");
      expect(refused).toMatchObject({ level: "fail", text: expect.stringContaining("token") });
      expect(refused?.text).not.toContain("t0ken");
      await system.close();
      expect(await said("domains")).toMatchObject({
        level: "fail",
        text: expect.stringContaining("not answer"),
      });
    });
  });

  it.each([
    [50, "ok"],
    [51, "warn"],
  ])("judges %d submissions in the tray: %s", (waiting, level) => {
    expect(judgeHandover({ waiting, out: 0 }).level).toBe(level);
  });

  it("fails in production without mail and with an address in clear, warns without text messages, and knows who takes orders to the authority", async () => {
    await withEnv({ ICP_MODE: "production", PUBLIC_URL: "http://icp.example.cn" }, async () => {
      const levels = Object.fromEntries((await examine()).map(({ name, level }) => [name, level]));
      expect(levels).toMatchObject({ address: "fail", mail: "fail", sms: "warn", gateway: "ok" });
      expect((await examine()).find(({ name }) => name === "gateway")?.text).toContain(
        "by hand: 0 to key in",
      );
    });
  });
});
