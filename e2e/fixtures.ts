import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import Database from "better-sqlite3";
import { startServer, type TestServer } from "./support/server";

export { expect };

interface WorkerFixtures {
  /** This worker's own production server on its own copy of the seeded data. */
  server: TestServer;
}

interface TestFixtures {
  /** The worker's icp.db, read-only: for what no page may show. */
  db: Database.Database;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use, worker) => {
      const server = await startServer(`worker-${worker.workerIndex}`);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  db: async ({ server }, use) => {
    const db = new Database(`${server.dataDir}/icp.db`, { readonly: true, fileMustExist: true });
    await use(db);
    db.close();
  },
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
    await use(page);
    expect(errors, "no script error on any page").toEqual([]);
  },
});

/** Signs in as one of the sandbox personas, as a visitor would: by its button. Ends on the persona's first page. */
export async function signInAs(page: Page, personaId: string): Promise<void> {
  await page.goto("/sandbox");
  await page.locator(`button[data-persona="${personaId}"]`).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sandbox"));
}

/**
 * What axe has against the page as it is now, by WCAG 2.2 A and AA and its own best practices.
 *
 * Every rule runs; spared is only what nobody reads, three quarters of the time: a description of each element that
 * passed (`resultTypes`), and a second tab to merge the findings of frames ("legacy" mode has none; nor have our
 * pages, which the Content-Security-Policy would not let have any).
 */
export async function violationsOf(page: Page): Promise<readonly unknown[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const builder = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations } = await builder.withTags(tags).analyze();
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  }));
}

/** Asserts that axe finds nothing on the page as it is now. */
export async function axe(page: Page): Promise<void> {
  expect(await violationsOf(page), `axe on ${page.url()}`).toEqual([]);
}
