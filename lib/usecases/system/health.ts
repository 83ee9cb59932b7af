import "server-only";
import { read } from "@/db/client";
import { databasePath } from "@/db/connection";
import { migrationState } from "@/db/migrate";
import { workState } from "@/db/queries/due-work";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { isDeliveryPaused } from "@/lib/work/pause";
import { lineView } from "./line-view";

/** For machines that watch: states and counts, nothing that tells who or what. */
export interface Health {
  readonly status: "ok" | "failing";
  readonly db: "ok" | "failing";
  readonly migrations: "current" | "pending" | "unknown";
  readonly work: { readonly paused: boolean; readonly due: number; readonly failing: number } | null;
  /** Whether the authority answers; `none` is configured in production yet. */
  readonly authority: "none" | "answers" | "failing" | "unknown";
}

let migrations: "current" | "pending" | undefined;

/** Never throws: a watcher wants an answer most of all when something is broken. */
export async function health(): Promise<Health> {
  try {
    const { due, failing } = await workState(read(), clock().now());
    const { state: authority } = await lineView();
    const paused = await isDeliveryPaused();
    // Asked until current: applied migrations do not go away under a running server.
    if (migrations !== "current") migrations = migrationState(databasePath(env.DATA_DIR));
    const status = migrations === "current" ? "ok" : "failing";
    return { status, db: "ok", migrations, work: { paused, due, failing }, authority };
  } catch (error) {
    log.error({ err: error }, "health check failed");
    return { status: "failing", db: "failing", migrations: "unknown", work: null, authority: "unknown" };
  }
}
