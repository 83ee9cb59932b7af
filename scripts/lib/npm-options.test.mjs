import { expect, test } from "vitest";
import { withNpmOptions } from "./npm-options.mjs";

const OPTIONS = { at: "value", history: "flag" };

// What npm 11 passes for these command lines.
test.each([
  ["npm run policy -- --at 2025-01-01", ["--at", "2025-01-01"], {}, ["--at", "2025-01-01"]],
  ["npm run policy --at 2025-01-01", ["2025-01-01"], { npm_config_at: "true" }, ["--at", "2025-01-01"]],
  ["npm run policy --at=2025-01-01", [], { npm_config_at: "2025-01-01" }, ["--at=2025-01-01"]],
  ["npm run policy --at", [], { npm_config_at: "true" }, ["--at"]],
  ["npm run policy --history", [], { npm_config_history: "true" }, ["--history"]],
  [
    "npm run policy --at 2025-01-01 --history",
    ["2025-01-01"],
    { npm_config_at: "true", npm_config_history: "true" },
    ["--at", "2025-01-01", "--history"],
  ],
  ["somebody else's settings", ["--history"], { npm_config_cache: "/tmp", npm_config_at: "" }, ["--history"]],
])("%s", (_, args, env, meant) => expect(withNpmOptions(args, OPTIONS, env)).toEqual(meant));
