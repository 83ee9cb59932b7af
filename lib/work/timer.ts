import "server-only";
import { log } from "@/lib/log";
import { isWorking, runDueWork, stopWork } from "./run";

const TICK_MS = 1_000;
const KEY = Symbol.for("icp.work.timer");
type Holder = { [KEY]?: NodeJS.Timeout };

/** A tick never overlaps the one before, and never keeps the process alive. */
export function startTimer(): void {
  const holder = globalThis as Holder;
  if (holder[KEY]) return;
  holder[KEY] = setInterval(() => {
    if (isWorking()) return;
    runDueWork().catch((error: unknown) => log.error({ err: error }, "background work failed"));
  }, TICK_MS);
  holder[KEY].unref();
}

/** Ends the timer and waits for what is under way. What is not finished stays in the outbox. */
export async function stopTimer(): Promise<void> {
  const holder = globalThis as Holder;
  clearInterval(holder[KEY]);
  delete holder[KEY];
  await stopWork();
}
