// `npm run lock`, after every change of dependencies. A registry mirror that lacks the native packages of other
// platforms leaves them out of package-lock.json, and `npm ci` then refuses the lock everywhere. This names them
// again (version and platform; no hash, for nobody here can download them), so that npm knows and skips them.
import { readFileSync, writeFileSync } from "node:fs";
import { missingPlatformPackages } from "./lib/lock.mjs";
import { inProject, say } from "./lib/project.mjs";

const file = inProject("package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = missingPlatformPackages(lock.packages);
const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, "en"));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
say(`package-lock.json: ${Object.keys(missing).length} packages of other platforms added.`);
