import type { Locator, Page } from "@playwright/test";
import { test as base, expect } from "../fixtures";
import { startServer, type TestServer } from "./server";

export { expect };

/**
 * For specs that attack, block, kill or move the clock: a worker, and so a server with data, that no other kind of
 * spec shares.
 */
export const test = base.extend<object, { server: TestServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use, worker) => {
      const server = await startServer(`isolated-${worker.workerIndex}`);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

/** The page's own title: the designed states (403, 404) are told apart by it. */
export const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** Resolves when nothing is left to deliver, so that the state rests. */
export async function untilSettled(server: TestServer): Promise<void> {
  const due = async () => {
    const answer = (await (await fetch(`${server.url}/api/health`)).json()) as { work: { due: number } };
    return answer.work.due;
  };
  await expect.poll(due).toBe(0);
}
