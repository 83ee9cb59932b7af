import { CAPABILITIES, type Capability, type Role } from "../../../lib/filing/access";
import { words } from "../../screens/words";
import { actionsOfBuild, type Caller } from "../../support/caller";
import { ACTIONS } from "./actions";
import { CALLS } from "./calls";
import type { Objects } from "./objects";
import { PAGES } from "./pages";
import type { ActionRow, Asked, CallRow, ObjectKind, PageRow, Row } from "./row";

type Case = "own" | "foreign" | "unknown" | "ended" | "none";

export interface Entry {
  readonly name: string;
  readonly row: Row;
  /** The code of the refusal; "ok" for none, "error" for what Next itself answers. */
  ask(caller: Caller, asked: Asked): Promise<string>;
}

const PAGE_CODES: Readonly<Record<number, string>> = { 403: "forbidden", 404: "not_found", 500: "internal" };
const say = words("zh-CN");
/** What a page of a link shows when it opens nothing. The catalogue rides along in scripts, so only markup counts. */
const CLOSED = { dead: `>${say("auth.dead.title")}<`, closed: `>${say("callback.closed.title")}<` };

async function askPage(caller: Caller, path: string): Promise<string> {
  const answer = await caller.fetch("GET", path);
  const target = answer.headers.get("location") ?? "";
  if (new URL(target || "/", "http://x").pathname === "/sign-in") return "unauthenticated";
  const html = await answer.text();
  const closed = Object.entries(CLOSED).find(([, title]) => html.includes(title))?.[0];
  return PAGE_CODES[answer.status] ?? closed ?? "ok";
}

async function askRoute(caller: Caller, method: string, row: CallRow, asked: Asked): Promise<string> {
  const path = row.path(asked);
  const headers = row.headers?.(asked) ?? {};
  const answer = row.json
    ? await caller.json(method, path, row.json(asked), headers)
    : await caller.fetch(method, path, { headers });
  if (answer.ok) return "ok";
  const text = await answer.text();
  return (text.startsWith("{") ? JSON.parse(text).error?.code : undefined) ?? `status ${answer.status}`;
}

const BUILT = new Map(actionsOfBuild().map((entry) => [entry.name, entry]));

/** A refusal's code, or what a use case that refuses nothing calls its outcome. */
async function askAction(caller: Caller, name: string, row: ActionRow, asked: Asked): Promise<string> {
  const entry = BUILT.get(name);
  if (entry === undefined) throw new Error(`${name} is not in the build`);
  const { error, status, value } = await caller.action(entry, [row.input(asked)]);
  const outcome = (value as { readonly outcome?: string } | null)?.outcome;
  return error?.code ?? (status >= 500 ? "internal" : (outcome ?? "ok"));
}

const pages = Object.entries(PAGES).map(
  ([name, row]: [string, PageRow]): Entry => ({
    name: `page ${name}`,
    row,
    ask: (caller, asked) => askPage(caller, row.path(asked)),
  }),
);
const calls = Object.entries(CALLS).map(
  ([name, row]: [string, CallRow]): Entry => ({
    name,
    row,
    ask: (caller, asked) => askRoute(caller, name.split(" ")[0] ?? "GET", row, asked),
  }),
);
const actions = Object.entries(ACTIONS).map(
  ([name, row]: [string, ActionRow]): Entry => ({
    name: `action ${name}`,
    row,
    ask: (caller, asked) => askAction(caller, name, row, asked),
  }),
);
export const ENTRIES: readonly Entry[] = [...pages, ...calls, ...actions];

/** What a row sends or asks for when it is about something: to see whether one that is about nothing names a thing. */
export function sentBy({ path, input, json }: Partial<PageRow & CallRow & ActionRow>, asked: Asked): string {
  return JSON.stringify([path?.(asked), input?.(asked), json?.(asked)]);
}
export const ROWS: readonly (readonly [string, PageRow | CallRow | ActionRow])[] = [
  PAGES,
  CALLS,
  ACTIONS,
].flatMap((rows) => Object.entries(rows));

/** A page of a place wants what the place wants, too. */
function wanted({ name, row }: Entry): readonly (Capability | "public")[] {
  if (name.startsWith("page app/console/")) return ["console.enter", row.capability];
  if (name.startsWith("page app/review/")) return ["review.enter", row.capability];
  return [row.capability];
}

const mayAsk = (role: Role | null, entry: Entry): boolean =>
  wanted(entry).every(
    (capability) =>
      capability === "public" ||
      (role !== null && (CAPABILITIES[capability] as readonly Role[]).includes(role)),
  );

export const NOTHING: Asked = { id: "", version: 1 };

/** Everything that is asked of an entry, with the things of a role. */
function* casesOf({ row }: Entry, objects: Readonly<Record<ObjectKind, Objects>>): Generator<[Case, Asked]> {
  if (row.object === null) return yield ["none", NOTHING];
  const { own, foreign, unknown, ended } = objects[row.object];
  if (!("none" in foreign)) for (const one of foreign) yield ["foreign", one];
  yield ["unknown", unknown];
  if (ended !== undefined) yield ["ended", ended];
  if (!("none" in own)) yield ["own", own];
}

/** What is answered to somebody who may not, or who may but not this. Null: he may, and how it ends is not asked here. */
function expectedOf(
  role: Role | null,
  manual: boolean,
  entry: Entry,
  [which, asked]: [Case, Asked],
): string | null {
  if (!mayAsk(role, entry)) return role === null ? "unauthenticated" : "forbidden";
  if (entry.row.manual && !manual) return "not_found";
  if (which === "own" || which === "none") return null;
  if (asked.answer !== undefined) return asked.answer;
  const said = entry.row[which];
  return said === undefined ? "not_found" : said;
}

export interface Ask {
  readonly entry: Entry;
  readonly asked: Asked;
  readonly line: string;
  readonly expected: string | null;
  /** The codes he never hears of what he may do. */
  readonly never: readonly string[];
}

const NEVER_FOR_HIM = ["unauthenticated", "forbidden", "internal"];
/** What is his own is there. */
const NEVER_OF_HIS = [...NEVER_FOR_HIM, "not_found", "dead", "closed"];

export function asksOf(
  role: Role | null,
  objects: Readonly<Record<ObjectKind, Objects>>,
  entries: readonly Entry[] = ENTRIES,
  manual = false,
): readonly Ask[] {
  return entries.flatMap((entry) =>
    [...casesOf(entry, objects)].map(
      ([which, asked]): Ask => ({
        entry,
        asked,
        line: `${entry.name} · ${which}`,
        expected: expectedOf(role, manual, entry, [which, asked]),
        never: which === "own" && !entry.row.partGone ? NEVER_OF_HIS : NEVER_FOR_HIM,
      }),
    ),
  );
}
