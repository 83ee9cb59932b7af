import { startProvider } from "../../../lib/identity/testing";
import { test as isolated, untilSettled } from "../../support/isolated";
import { startServer, type TestServer } from "../../support/server";
import { type Made, makeThings } from "./made";

export interface World {
  readonly made: Made;
  /** Where the data lies that it was made in. */
  readonly data: string;
}

/**
 * Something of every kind is made once. Every test gets a copy of that data with a server of its own: who may do something
 * does it, down to closing his account.
 */
export const test = isolated.extend<{ own: TestServer }, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use, { workerIndex }) => {
      const [cloud, house] = [await startProvider(), await startProvider()];
      const server = await startServer(`matrix-made-${workerIndex}`, {
        ...cloud.env("OIDC_", "示例云"),
        ...house.env("STAFF_OIDC_", "统一认证"),
      });
      const made = await makeThings(server, { cloud, house });
      await server.stop();
      await Promise.all([cloud.close(), house.close()]);
      await use({ made, data: server.dataDir });
    },
    { scope: "worker", timeout: 90_000 },
  ],
  own: async ({ world }, use, info) => {
    const server = await startServer(`matrix-${info.workerIndex}`, {}, world.data);
    await untilSettled(server);
    await use(server);
    await server.stop();
  },
});
