// `npm run -s check -- FILE.json [--now ISO] [--lang zh|en]`: for Node 20.9, no dependencies, so that it can say what
// is missing. The check itself (scripts/check-file.ts) runs in the pinned Node.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { withNpmOptions } from "./lib/npm-options.mjs";
import { demandNode, inProject, root, runtime } from "./lib/project.mjs";

const NOT_CHECKED = 2;

demandNode(NOT_CHECKED);
if (!existsSync(inProject("node_modules", "tsx"))) {
  process.stderr.write(
    "The packages are not installed: run `npm ci` (or `npm start` once) in the project.\n",
  );
  process.exit(NOT_CHECKED);
}
const program = ["--conditions=react-server", "--import", "tsx", "scripts/check-file.ts"];
const args = withNpmOptions(process.argv.slice(2), { now: "value", lang: "value" });
const { status, error } = spawnSync(runtime(NOT_CHECKED), [...program, ...args], {
  cwd: root,
  stdio: "inherit",
});
if (error) process.stderr.write(`${error.message}\n`);
process.exit(status ?? NOT_CHECKED);
