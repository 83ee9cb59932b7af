// `npm run backup|restore|doctor|mail:test|admin`: for Node 20.9, no dependencies, so that it can say what is missing. The
// work itself (scripts/operate.ts) runs in the pinned Node, under the environment of the server.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import { childEnv, demandNode, giveUp, inProject, root, runtime } from "./lib/project.mjs";

demandNode();
if (!existsSync(inProject("node_modules", "tsx")))
  giveUp("The packages are not installed: run `npm ci` (or `npm start` once) in the project.");
const wanted = process.env.DATA_DIR || ".data";
const { status, error } = spawnSync(
  runtime(),
  ["--conditions=react-server", "--import", "tsx", "scripts/operate.ts", ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
    env: childEnv({
      // A path is meant from where the command was called.
      ICP_CALLED_FROM: process.env.INIT_CWD || process.cwd(),
      DATA_DIR: isAbsolute(wanted) ? wanted : inProject(wanted),
      LOG_LEVEL: process.env.LOG_LEVEL || "error",
    }),
  },
);
if (error) process.stderr.write(`${error.message}\n`);
process.exit(status ?? 2);
