import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** What is tested against a real file, directory or socket; everything else beside the code is a unit test. */
const integration = [
  "db/**/*.test.ts",
  "lib/usecases/**/*.test.ts",
  "lib/authority/**/*.test.ts",
  "lib/auth/**/*.test.ts",
  "lib/boot/**/*.test.ts",
  "lib/http/**/*.test.ts",
  "lib/notify/**/*.test.ts",
  "lib/outbound/**/*.test.ts",
  "lib/storage/**/*.test.ts",
  "lib/systems/**/*.test.ts",
  "lib/work/**/*.test.ts",
  "scripts/crash/**/*.test.ts",
];
const components = ["components/**/*.test.{ts,tsx}", "app/**/*.test.{ts,tsx}"];
const quality = ["lib/quality/**/*.test.ts"];

/** The condition the server itself runs under, so that `server-only` is what it is there: nothing. */
const conditions = ["react-server", "module", "node", "development|production"];
const server = {
  resolve: {
    conditions,
    // Next's bundler does the same for code of the server.
    alias: [
      {
        find: /^next\/navigation$/,
        replacement: `${root}node_modules/next/dist/client/components/navigation.react-server.js`,
      },
    ],
  },
  ssr: {
    resolve: {
      conditions,
      externalConditions: ["react-server", "node"],
    },
  },
};
const execArgv = ["--conditions=react-server"];

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  test: {
    watch: false,
    // Every test in its own process with its own data: no order, no sharing, no retries.
    pool: "forks",
    retry: 0,
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        ...server,
        test: {
          execArgv,
          name: "unit",
          include: ["lib/**/*.test.ts", "scripts/**/*.test.mjs"],
          exclude: [...integration, ...quality, "**/node_modules/**"],
        },
      },
      {
        extends: true,
        ...server,
        test: {
          execArgv,
          name: "integration",
          include: integration,
          // It imports `next/headers`, which only a bundler finds.
          server: { deps: { inline: [/next-intl/] } },
        },
      },
      {
        extends: true,
        // Rendered as the browser's React, which the server condition hides.
        resolve: {
          alias: [{ find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` }],
        },
        test: { name: "components", include: components },
      },
      {
        extends: true,
        ...server,
        test: { execArgv, name: "quality", include: quality, testTimeout: 60_000 },
      },
    ],
  },
});
