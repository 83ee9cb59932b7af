import type { ApplicationDraft } from "../../application/draft";
import { toIdPath, toIndexPath } from "../../application/paths";

/** Index paths of a file ↔ id paths of the book. */
const ROOTS: ReadonlySet<string> = new Set(["entity", "people", "services", "filedServices"]);
const STEPS = /[^.[\]]+|\[[^\]]*\]/g;
const MATERIAL = /^materials\[([A-Z_]+):(.*)\]$/;

/** The deepest part of an id path that is there, as an index path; "" for what lies outside the document. */
function indexPath(app: ApplicationDraft, path: string): string {
  const steps = path.match(STEPS) ?? [];
  if (!ROOTS.has(steps[0] ?? "")) return "";
  for (let length = steps.length; length > 0; length -= 1) {
    const part = steps.slice(0, length).join(".").replaceAll(".[", "[");
    const found = toIndexPath(app, part);
    if (found !== undefined) return found;
  }
  return "";
}

/** Where a finding stands in the file: a path relative to the application, and the material it is about, if any. */
export function placeInFile(
  app: ApplicationDraft,
  path: string,
): { readonly path: string; readonly material?: string } {
  const material = MATERIAL.exec(path);
  if (material === null) return { path: indexPath(app, path) };
  return { path: indexPath(app, material[2] ?? ""), material: material[1] ?? "" };
}

/** A path as people write it in a file, by index or by id → the id path of something that is there, else undefined. */
export function idPath(app: ApplicationDraft, written: string): string | undefined {
  const byIndex = written.includes("[") ? toIndexPath(app, written) : written;
  if (byIndex === undefined || !ROOTS.has(byIndex.split(".")[0] ?? "")) return undefined;
  return toIdPath(app, byIndex);
}
