import "server-only";
import { mkdirSync } from "node:fs";
import { read } from "@/db/client";
import { databasePath } from "@/db/connection";
import { migrate } from "@/db/migrate";
import * as t from "@/db/schema";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { ensureSecrets } from "@/lib/secrets/store";
import { localFiles } from "@/lib/storage";
import { completePackages } from "@/lib/usecases/registry/complete-packages";
import { refuseUnsafeProduction } from "./production";

/** Makes the data directory ready to serve: secrets, migrations, sandbox seed. Cheap when nothing is to do. */
export async function prepare(): Promise<void> {
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  if (ensureSecrets()) log.info({ mode: env.MODE }, "secrets created");
  const { applied, backup } = migrate(databasePath(env.DATA_DIR));
  if (applied.length > 0) log.info({ applied, backup: backup !== null }, "database migrated");
  const completed = await completePackages();
  if (completed > 0) log.info({ completed }, "packages of filed APPs completed");
  await refuseUnsafeProduction();
  await localFiles().tidy(systemClock().now());
  if (env.MODE === "sandbox" && (await isEmpty())) {
    const { seedSandbox } = await import("@/lib/boot/seed");
    await seedSandbox();
    log.info({}, "sandbox seeded");
  }
}

async function isEmpty(): Promise<boolean> {
  const [user] = await read().select({ id: t.users.id }).from(t.users).limit(1);
  return user === undefined;
}
