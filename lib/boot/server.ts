import "server-only";
import { registryId } from "@/db/client";
import { databasePath } from "@/db/connection";
import { migrationState } from "@/db/migrate";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { listenForPeers } from "@/lib/http/peer-address";
import { log } from "@/lib/log";
import { tidyReceived } from "@/lib/usecases/materials/receive";
import { startTimer, stopTimer } from "@/lib/work/timer";
import { refuseUnsafeProduction } from "./production";

/** What instrumentation runs once per server process, before the first request. */
export async function startServer(): Promise<void> {
  if (migrationState(databasePath(env.DATA_DIR)) === "pending") {
    throw new Error(
      "The database is not up to date: run `npm start`, or scripts/prepare.ts, before the server.",
    );
  }
  await refuseUnsafeProduction();
  listenForPeers();
  await tidyReceived(systemClock().now());
  log.info(
    { mode: env.MODE, gateway: env.GATEWAY, work: env.WORK, registry: registryId() },
    "server started",
  );
  if (env.WORK === "off") return;
  startTimer();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stopTimer());
}
