/** Everything the outside can ask for, by path below the project, with its source. */
export type Sources = Readonly<Record<string, string>>;

export interface Exceptions {
  /** Pages strangers may read. A new line is a decision. */
  readonly pages: readonly string[];
  /** Pages that are one call of a shared page, by the file that asks for them. */
  readonly shared: Readonly<Record<string, string>>;
  /** Route files that answer without the wrapper, and why. */
  readonly routes: Readonly<Record<string, string>>;
  /** `file#name` of actions that are not made by `defineAction`, and why. */
  readonly actions: Readonly<Record<string, string>>;
}

const METHODS = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";

/** The exports of a module as `[name, what follows]`; `export { x as GET }` follows with nothing. */
function exportsOf(source: string): readonly (readonly [string, string])[] {
  const plain = [...source.matchAll(/^export (?:default )?(?:async )?(?:const|function) (\w+)([^\n]*)/gm)];
  const lists = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map(
      (name) =>
        [
          name
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? "",
          "",
        ] as const,
    ),
  );
  return [...plain.map(([, name = "", rest = ""]) => [name, rest] as const), ...lists];
}

const madeBy = (wrapper: string, rest: string) => new RegExp(`^ = ${wrapper}\\(`).test(rest);

const asksIn = (source: string | undefined) => /await requireActor\("[\w.]+"\)/.test(source ?? "");

/** The page itself, or the shared page it hands over to. */
function asksFor(path: string, sources: Sources, shared: string | undefined): boolean {
  const name = shared
    ?.split("/")
    .at(-1)
    ?.replace(/\.tsx$/, "");
  const handsOver = name !== undefined && sources[path]?.includes(`/${name}"`) === true;
  return asksIn(sources[path]) || (handsOver && asksIn(sources[shared ?? ""]));
}

function wrongOf(path: string, sources: Sources, allowed: Exceptions): readonly string[] {
  const source = sources[path] ?? "";
  if (path.endsWith("/page.tsx")) {
    const asks = asksFor(path, sources, allowed.shared[path]);
    const stranger = allowed.pages.includes(path);
    if (asks && stranger) return [`${path}: asks for an actor, so it need not be excepted`];
    return asks || stranger ? [] : [`${path}: a page that asks for nobody`];
  }
  if (path.endsWith("/route.ts"))
    return exportsOf(source)
      .filter(([name, rest]) => new RegExp(`^(${METHODS})$`).test(name) && !madeBy("defineRoute", rest))
      .filter(() => allowed.routes[path] === undefined)
      .map(([name]) => `${path}#${name}: a route without defineRoute`);
  if (/^["']use server["']/.test(source))
    return exportsOf(source)
      .filter(
        ([name, rest]) => !madeBy("defineAction", rest) && allowed.actions[`${path}#${name}`] === undefined,
      )
      .map(([name]) => `${path}#${name}: an action without defineAction`);
  return /^\s+["']use server["']/m.test(source) ? [`${path}: an action inside a function`] : [];
}

/** What is open to everybody although nobody decided so. */
export const unguarded = (sources: Sources, allowed: Exceptions): readonly string[] =>
  Object.keys(sources).flatMap((path) => wrongOf(path, sources, allowed));
