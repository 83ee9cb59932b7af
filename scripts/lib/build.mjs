import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { run } from "./children.mjs";
import { hashOf } from "./hash.mjs";
import { childEnv, inProject, root, runtime } from "./project.mjs";

/** Everything a build is made of. */
const SOURCES = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.base.json",
  "tsconfig.json",
];

/** Tests and what they are made of; a test may leave a file there, which must not call for another build. */
const isTest = (path) => /\.test\.tsx?$|[\\/](lib[\\/]quality|db[\\/]fixtures)$/.test(path);

const nextCli = () => inProject("node_modules", "next", "dist", "bin", "next");

const stampOf = (distDir) => inProject(distDir, "built-from");
const sourcesHash = () => hashOf(root, SOURCES, isTest);

/** Whether the build in `distDir` was made from these very sources. */
function isBuilt(distDir, sources) {
  const stamp = stampOf(distDir);
  return (
    existsSync(inProject(distDir, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources
  );
}

/** Builds into `distDir` unless it is built; tells `announce` before the long part begins. */
export async function ensureBuilt(distDir, announce = () => {}) {
  const sources = sourcesHash();
  if (isBuilt(distDir, sources)) return { code: 0, output: "already built from these sources\n" };
  announce();
  rmSync(stampOf(distDir), { force: true });
  // A build reads no data: a place nobody makes, so that it finds none, and a page that makes it is found out.
  const nowhere = inProject(distDir, "data-of-nobody");
  rmSync(nowhere, { recursive: true, force: true });
  const env = childEnv({ DATA_DIR: nowhere, NEXT_DIST_DIR: distDir, NODE_ENV: "production" });
  const result = await run(runtime(), [nextCli(), "build"], { env });
  if (result.code === 0 && existsSync(nowhere))
    return { code: 1, output: `${result.output}\nA page opened the data directory while it was built.\n` };
  // The hash of before: sources that changed while they were being built are built again next time.
  if (result.code === 0) writeFileSync(stampOf(distDir), sources);
  return result;
}

/** The arguments of Node that serve a build, or develop with `next dev` (which leads a process of its own). */
export const nextArgs = (verb, port, host) => [
  ...(verb === "start" ? ["--import", new URL("./leash.mjs", import.meta.url).href] : []),
  nextCli(),
  verb,
  "-p",
  String(port),
  ...(host ? ["-H", host] : []),
];
