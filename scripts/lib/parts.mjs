import { mkdirSync } from "node:fs";
import { ensureBuilt } from "./build.mjs";
import { run } from "./children.mjs";
import { childEnv, inProject, runtime } from "./project.mjs";
import { countCheck, countPlaywright, countVitest } from "./reports.mjs";

/** Where the tests build and keep their data, so that a running `npm start` never notices them. */
const TEST_DIST = ".next-test";
export const TEST_DATA = inProject(".data-test");

const tool = (...path) => inProject("node_modules", ...path);
const next = tool("next", "dist", "bin", "next");
const node = (args, env, options) => run(runtime(), args, { env: childEnv(env), ...options });

/** A part that is one check: the programs run one after the other, the first failure ends it. */
const check = (name, commands, more = {}) => ({
  name,
  ...more,
  async run() {
    for (const [args, env] of commands) {
      const { code, output } = await node(args, env);
      if (code !== 0) return { output, ...countCheck(code) };
    }
    return { output: "", ...countCheck(0) };
  },
});

const vitest = (name, args, env = {}) => ({
  name,
  async run() {
    const report = inProject(".data-test", "reports", `${name}.json`);
    mkdirSync(inProject(".data-test", "reports"), { recursive: true });
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code, output } = await node([tool("vitest", "vitest.mjs"), "run", ...args, ...reporters], {
      NODE_ENV: "test",
      ...env,
    });
    return { output, ...countVitest(code, report) };
  },
});

const build = {
  name: "build",
  async run() {
    const { code, output } = await ensureBuilt(TEST_DIST);
    return { output, ...countCheck(code) };
  },
};

const e2e = {
  name: "e2e",
  needs: ["build"],
  alone: true,
  async run({ browser }) {
    if (browser.advice) return { output: browser.advice, ...countCheck(1) };
    const report = inProject(".data-test", "reports", "e2e.json");
    const env = {
      CHROMIUM_PATH: browser.path || undefined,
      NEXT_DIST_DIR: TEST_DIST,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    };
    const args = [tool("@playwright", "test", "cli.js"), "test", "--reporter=list,json"];
    const { code } = await node(args, env, { live: true });
    return { output: "", ...countPlaywright(code, report) };
  },
};

const size = check("size", [[["scripts/check/client-size.mjs"], { NEXT_DIST_DIR: TEST_DIST }]], {
  needs: ["build"],
});

/** Everything `npm test` proves, in the order it is begun. */
export const parts = [
  // The longest but for the browser's: begun first, and on two files at once, for it still runs when the others are done.
  vitest("integration", ["--project=integration", "--maxWorkers=2"]),
  build,
  check("format", [[[tool("@biomejs", "biome", "bin", "biome"), "ci", "--error-on-warnings", "."]]]),
  check("types", [
    [[next, "typegen"], { NEXT_DIST_DIR: ".next-types" }],
    [[tool("typescript", "bin", "tsc"), "--noEmit", "-p", "tsconfig.check.json"]],
  ]),
  check("directions", [[["scripts/check/directions.mjs"]]]),
  check("unused", [[[tool("knip", "bin", "knip.js"), "--no-progress"]]]),
  check("lint", [[[tool("eslint", "bin", "eslint.js"), "--max-warnings=0", "."]]], {
    needs: ["types"],
    regardless: true,
  }),
  vitest("unit", ["--project=unit", "--project=components"]),
  vitest("new-york", ["--project=unit", "lib/filing", "lib/clock"], { TZ: "America/New_York" }),
  vitest("quality", ["--project=quality"]),
  size,
  e2e,
];
