import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

function* filesUnder(path, skip) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry || skip(path)) return;
  if (!entry.isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name), skip);
}

/** One hash over names and contents of files and folders; what is absent counts as absent. */
export function hashOf(root, paths, skip = () => false) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesUnder(join(root, path), skip)) {
      const content = createHash("sha256").update(readFileSync(file)).digest("hex");
      hash.update(`${relative(root, file).split(sep).join("/")}\0${content}\n`);
    }
  }
  return hash.digest("hex");
}
