import { mkdirSync } from "node:fs";
import { isAbsolute } from "node:path";
import { run } from "./children.mjs";
import { childEnv, inProject, runtime } from "./project.mjs";

/** Where this server keeps its data: DATA_DIR, else a folder of the project. Only its owner may look inside. */
export function dataDirectory(fallback) {
  const wanted = process.env.DATA_DIR || fallback;
  const path = isAbsolute(wanted) ? wanted : inProject(wanted);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** Runs a TypeScript command under the condition the server itself runs under. */
const serverScript = (file) => ["--conditions=react-server", "--import", "tsx", file];

/** Secrets, migrations, sandbox seed: whatever the data directory lacks. Cheap when it lacks nothing. */
export const prepareData = (env) =>
  run(runtime(), serverScript("scripts/prepare.ts"), { env: childEnv(env) });
