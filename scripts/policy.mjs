// `npm run -s policy -- [--at ISO] [--history]`: for Node 20.9, no dependencies, so that it can say what
// is missing. The print itself (scripts/policy.ts) runs in the pinned Node.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { withNpmOptions } from "./lib/npm-options.mjs";
import { demandNode, inProject, root, runtime } from "./lib/project.mjs";

const NOT_PRINTED = 2;

demandNode(NOT_PRINTED);
if (!existsSync(inProject("node_modules", "tsx"))) {
  process.stderr.write(
    "The packages are not installed: run `npm ci` (or `npm start` once) in the project.\n",
  );
  process.exit(NOT_PRINTED);
}
const program = ["--conditions=react-server", "--import", "tsx", "scripts/policy.ts"];
const args = withNpmOptions(process.argv.slice(2), { at: "value", history: "flag" });
const { status, error } = spawnSync(runtime(NOT_PRINTED), [...program, ...args], {
  cwd: root,
  stdio: "inherit",
});
if (error) process.stderr.write(`${error.message}\n`);
process.exit(status ?? NOT_PRINTED);
