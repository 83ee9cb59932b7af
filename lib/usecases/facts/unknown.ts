import "server-only";
import { log } from "@/lib/log";

/** Asks an outside system; its outage is an unknown fact (null), logged by the source's name, never an error of the page. */
export async function orUnknown<T>(source: string, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    log.warn({ source, error: error instanceof Error ? error.name : "?" }, "outside system did not answer");
    return null;
  }
}
