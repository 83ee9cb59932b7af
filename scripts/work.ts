import { closeDatabase } from "@/db/registry";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { runDueWork, stopWork } from "@/lib/work/run";

// `npm run work`: background work in a process of its own, beside servers started with ICP_WORK=off.
const IDLE_MS = 1_000;
const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());

const idle = () =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, IDLE_MS);
    stopping.signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

log.info({ mode: env.MODE }, "worker started");
while (!stopping.signal.aborted) {
  try {
    const { more } = await runDueWork();
    if (more) continue;
  } catch (error) {
    log.error({ err: error }, "background work failed");
  }
  await idle();
}
await stopWork();
closeDatabase();
