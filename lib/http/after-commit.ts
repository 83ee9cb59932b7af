import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";
import { runDueWork } from "@/lib/work/run";

const BATCH = 20;

/** Delivers what the call just committed once the answer is on its way; the timer would take up to a second. */
export function afterCommit(): void {
  try {
    after(async () => {
      try {
        await runDueWork(BATCH);
      } catch (error) {
        log.error({ err: error }, "work after commit failed");
      }
    });
  } catch {
    // No request around us (a test calls the handler itself): the timer delivers.
  }
}
