import { readFileSync } from "node:fs";
import { actionsOfBuild } from "../../support/caller";
import { distDir, root } from "../../support/paths";

/**
 * Everything that can be asked for, from the lists Next itself made of the build: `page app/console/page`,
 * `GET app/api/check/route`, `action app/review/actions.ts#claimAction`.
 */
export function entriesOfBuild(): readonly string[] {
  const manifest = JSON.parse(
    readFileSync(`${root}${distDir}/app-path-routes-manifest.json`, "utf8"),
  ) as Record<string, string>;
  const paths = Object.keys(manifest).map((path) => `app${path}`);
  const pages = paths.filter((path) => path.endsWith("/page")).map((path) => `page ${path}`);
  const routes = paths.filter((path) => path.endsWith("/route")).flatMap(methodsOf);
  const actions = actionsOfBuild().map(({ name }) => `action ${name}`);
  return [...pages, ...routes, ...actions].sort();
}

/** The methods a route handler exports; the manifest names only its path. */
function methodsOf(path: string): readonly string[] {
  const source = sourceOf(path);
  if (source === null) return [`GET ${path}`];
  const found = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) =>
    new RegExp(`export (?:const|async function|function) ${method}\\b|\\bas ${method}\\b`).test(source),
  );
  return found.map((method) => `${method} ${path}`);
}

/** Null: not a file of ours with code (`app/icon.svg`). */
function sourceOf(path: string): string | null {
  try {
    return readFileSync(`${root}${path}.ts`, "utf8");
  } catch {
    return null;
  }
}
