import "server-only";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resetTestClocks } from "@/lib/clock/testing";
import { resetEnv } from "@/lib/env";
import { closeLimits } from "@/lib/limits/store";
import { ensureSecrets } from "@/lib/secrets/store";
import { databasePath } from "./connection";
import { migrate } from "./migrate";
import { closeDatabase, database } from "./registry";

export interface TestDatabase {
  readonly dataDir: string;
  /** Closes everything, forgets the clocks and deletes the directory. */
  dispose(): void;
}

/** A data directory of its own: secrets, migrated empty database. Call in `beforeEach`, `dispose` in `afterEach`. */
export function freshDatabase(extra: Readonly<Record<string, string>> = {}): TestDatabase {
  closeDatabase();
  closeLimits();
  const dataDir = mkdtempSync(join(tmpdir(), "icp-test-"));
  const before = { ...process.env };
  Object.assign(process.env, { DATA_DIR: dataDir, ...extra });
  resetEnv();
  ensureSecrets();
  migrate(databasePath(dataDir));
  database();
  return {
    dataDir,
    dispose() {
      closeDatabase();
      closeLimits();
      resetTestClocks();
      for (const name of ["DATA_DIR", ...Object.keys(extra)]) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
      resetEnv();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
