import { CAPABILITIES, type Capability, ROLES, type Role } from "../../lib/filing/access";
import { actionsOfBuild, Caller } from "../support/caller";
import { expect, test as isolated, untilSettled } from "../support/isolated";
import { startServer, type TestServer } from "../support/server";
import { change, forgetRates, stateOf, userOf } from "../support/state";
import { ACTIONS } from "./matrix/actions";
import { CALLS } from "./matrix/calls";
import { entriesOfBuild } from "./matrix/entries";
import { type Objects, objectsOf, PERSONAS } from "./matrix/objects";
import { PAGES } from "./matrix/pages";
import type { ActionRow, Asked, CallRow, ObjectKind, PageRow, Row } from "./matrix/row";

/** Data of its own for every test: who may do something does it, down to closing his account. */
const test = isolated.extend<{ own: TestServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  own: async ({}, use, info) => {
    const server = await startServer(`matrix-${info.workerIndex}`);
    await untilSettled(server);
    await use(server);
    await server.stop();
  },
});

type Case = "own" | "foreign" | "unknown" | "none";
/** What is answered to somebody who may not, or who may but not this. */
type Expected = "unauthenticated" | "forbidden" | "not_found" | string;
interface Entry {
  readonly name: string;
  readonly row: Row;
  /** The code of the refusal; "ok" for none, "error" for what Next itself answers. */
  ask(caller: Caller, asked: Asked): Promise<string>;
}

const PAGE_CODES: Readonly<Record<number, string>> = { 403: "forbidden", 404: "not_found", 500: "internal" };

async function askPage(caller: Caller, path: string): Promise<string> {
  const answer = await caller.fetch("GET", path);
  const target = answer.headers.get("location") ?? "";
  if (new URL(target || "/", "http://x").pathname === "/sign-in") return "unauthenticated";
  return PAGE_CODES[answer.status] ?? "ok";
}

async function askRoute(caller: Caller, method: string, row: CallRow, asked: Asked): Promise<string> {
  const path = row.path(asked);
  const answer = row.json
    ? await caller.json(method, path, row.json(asked))
    : await caller.fetch(method, path);
  if (answer.ok) return "ok";
  const text = await answer.text();
  return (text.startsWith("{") ? JSON.parse(text).error?.code : undefined) ?? `status ${answer.status}`;
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
    ask: async (caller, asked) => {
      const entry = actionsOfBuild().find((one) => one.name === name);
      if (entry === undefined) throw new Error(`${name} is not in the build`);
      const answer = await caller.action(entry, [row.input(asked)]);
      return answer.error?.code ?? (answer.status >= 500 ? "internal" : "ok");
    },
  }),
);
const ENTRIES = [...pages, ...calls, ...actions];
/** Next's own pages, which ask for nobody and show nothing. */
const NEXTS_OWN = ["page app/_global-error/page", "page app/_not-found/page"];

test("every entry of the build has a row, and every row an entry", () => {
  const built = entriesOfBuild().filter((name) => !NEXTS_OWN.includes(name));
  expect(built.length).toBeGreaterThan(100);
  expect(ENTRIES.map(({ name }) => name).sort()).toEqual(built);
});

/** A page of a place wants what the place wants, too. */
function wanted({ name, row }: Entry): readonly (Capability | "public")[] {
  if (name.startsWith("page app/console/")) return ["console.enter", row.capability];
  if (name.startsWith("page app/review/")) return ["review.enter", row.capability];
  return [row.capability];
}

const mayAsk = (role: Role, entry: Entry): boolean =>
  wanted(entry).every(
    (capability) => capability === "public" || (CAPABILITIES[capability] as readonly Role[]).includes(role),
  );

const NOTHING: Asked = { id: "", version: 1 };

/** Everything that is asked of an entry, with the things of a role. */
function* casesOf({ row }: Entry, objects: Readonly<Record<ObjectKind, Objects>>): Generator<[Case, Asked]> {
  if (row.object === null) return yield ["none", NOTHING];
  const { own, foreign, unknown } = objects[row.object];
  if (foreign !== null) yield ["foreign", foreign];
  yield ["unknown", unknown];
  if (own !== null) yield ["own", own];
}

/** Null: he may, and how it ends is not this test's business. */
function expectedOf(role: Role | null, entry: Entry, which: Case): Expected | null {
  if (entry.row.capability === "public") return entry.row.everybody ?? null;
  if (role === null) return "unauthenticated";
  if (!mayAsk(role, entry)) return "forbidden";
  if (which === "foreign") return entry.row.foreign ?? "not_found";
  return which === "unknown" ? (entry.row.unknown ?? "not_found") : null;
}

const NEVER_FOR_HIM = ["unauthenticated", "forbidden", "internal"];

for (const role of [null, ...ROLES]) {
  test(`${role ?? "a stranger"}: every page, route and action, with own, foreign and unknown things`, async ({
    own: server,
  }) => {
    const signIn = () => (role === null ? Caller.anonymous(server) : Caller.as(server, PERSONAS[role]));
    const caller = await signIn();
    const objects = objectsOf(server, role ?? "applicant");
    const asks = ENTRIES.flatMap((entry) =>
      [...casesOf(entry, objects)].map(([which, asked]) => ({
        entry,
        asked,
        line: `${entry.name} · ${which}`,
        expected: expectedOf(role, entry, which),
      })),
    );
    const refused = asks.filter(({ expected }) => expected !== null);
    const before = stateOf(server);
    const answers = [];
    for (const { entry, asked, line } of refused) {
      forgetRates(server);
      answers.push(`${line}: ${await entry.ask(caller, asked)}`);
    }
    expect(answers).toEqual(refused.map(({ line, expected }) => `${line}: ${expected}`));
    expect(stateOf(server)).toEqual(before);
    // What he may do he is not refused for who he is, whatever else stands against it.
    const wrong = [];
    for (const { entry, asked, line } of asks.filter(({ expected }) => expected === null)) {
      forgetRates(server);
      const code = await entry.ask(await signIn(), asked);
      if (NEVER_FOR_HIM.includes(code)) wrong.push(`${line}: ${code}`);
    }
    expect(wrong).toEqual([]);
  });
}

test("nobody of the staff meets an order of an account he belongs to", async ({ own: server }) => {
  const { review } = objectsOf(server, "reviewer");
  if (review.own === null) throw new Error("no order waits");
  change(
    server,
    "INSERT INTO account_members (account_id, user_id, role) SELECT account_id, ?, 'member' FROM orders WHERE id = ?",
    userOf(server, PERSONAS.reviewer),
    review.own.id,
  );
  const reviewer = await Caller.as(server, PERSONAS.reviewer);
  const before = stateOf(server);
  const answers = [];
  for (const { name, row, ask } of ENTRIES.filter(({ row }) => row.object === "review"))
    answers.push([name, await ask(reviewer, review.own), row.capability]);
  expect(answers.length).toBeGreaterThan(5);
  expect(answers.filter(([, code]) => code !== "not_found" && code !== "forbidden")).toEqual([]);
  expect(stateOf(server)).toEqual(before);
});
