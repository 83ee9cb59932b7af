import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";

/**
 * kB of code, compressed and above the framework's own, a page may load before anybody touches it. The steps of the form
 * are filled in on phones.
 */
export const KILOBYTES = { page: 120, form: 80 };

const MANIFEST = "page_client-reference-manifest.js";

/** Bytes a script weighs on its way to the browser. */
export const gz = (code) => gzipSync(code, { level: 9 }).length;

/** The framework's floor: the scripts every page of a build loads before its own code. */
export const floorFiles = (dist) =>
  JSON.parse(readFileSync(join(dist, "build-manifest.json"), "utf8")).rootMainFiles;

/** The scripts a page loads at its start, its layouts' and error pages' among them, as the build wrote them down. */
function filesOf(manifest) {
  const context = {};
  runInNewContext(readFileSync(manifest, "utf8"), context);
  const [page] = Object.values(context.__RSC_MANIFEST ?? {});
  return [...new Set(Object.values(page?.entryJSFiles ?? {}).flat())];
}

/** What each page of a build loads above the floor before anybody touches it; heaviest first. */
export function pageSizes(dist) {
  const app = join(dist, "server", "app");
  if (!existsSync(app)) return [];
  const floor = new Set(floorFiles(dist));
  const known = new Map();
  const sizeOf = (file) => {
    if (!known.has(file)) known.set(file, gz(readFileSync(join(dist, file))));
    return known.get(file);
  };
  return readdirSync(app, { recursive: true })
    .filter((path) => path.endsWith(MANIFEST))
    .map((path) => ({
      page: `/${path.replaceAll("\\", "/").slice(0, -MANIFEST.length - 1)}`,
      bytes: filesOf(join(app, path))
        .filter((file) => !floor.has(file))
        .reduce((sum, file) => sum + sizeOf(file), 0),
    }))
    .sort((a, b) => b.bytes - a.bytes);
}
