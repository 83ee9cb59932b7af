import { readFileSync } from "node:fs";
import { CAPABILITIES, type Role } from "../../lib/filing/access";
import { type ActionEntry, actionsOfBuild, Caller } from "../support/caller";
import { expect, test, untilSettled } from "../support/isolated";
import { root } from "../support/paths";
import { auditHead, forgetRates, orderOf, refusalsSince, stateOf, userOf } from "../support/state";

/** One persona per role, and the stranger. */
const PERSONAS: Readonly<Record<Role, string>> = {
  applicant: "draft-half",
  reviewer: "reviewer-lin",
  supervisor: "supervisor",
  admin: "admin",
  officer: "officer",
};

/** Takes no input and ends only the caller's own session: tested with the sessions. */
const INPUTLESS = "app/session-actions.ts#signOutAction";
const actions = actionsOfBuild().filter(({ name }) => name !== INPUTLESS);

/** What the source says an action is for. */
function capabilityOf({ file, name }: ActionEntry): string {
  const source = readFileSync(`${root}${file}`, "utf8");
  const [, exported = ""] = name.split("#");
  const definition = source.split(`export const ${exported} = `)[1] ?? "";
  return /capability: "([\w.]+)"/.exec(definition)?.[1] ?? "";
}

const mayCall = (role: Role, capability: string): boolean =>
  capability === "public" ||
  (CAPABILITIES as Record<string, readonly Role[]>)[capability]?.includes(role) === true;

/** Arguments that no form of ours sends; none of them is valid for any action. */
function forgedArguments(orderId: string): readonly (readonly unknown[])[] {
  return [
    [],
    [null],
    ["x"],
    [[orderId]],
    [{}],
    [{ orderId: 1, version: "1", sequence: "1" }],
    [{ orderId, version: 1, sequence: 1, role: "admin", accountId: orderId, __proto__: { admin: true } }],
    [{ orderId: { $ne: null }, version: -1, sequence: -1 }],
    [{ orderId: "' OR 1=1 --", version: 1e308 }],
  ];
}

test("the list of actions is the whole build, and each says what it needs", () => {
  expect(actions.length).toBeGreaterThan(15);
  for (const entry of actions) {
    const capability = capabilityOf(entry);
    expect(capability === "public" || capability in CAPABILITIES, `${entry.name}: ${capability}`).toBe(true);
  }
});

/** Actions that take `{}` and nothing else: for them it is no forgery. */
const TAKES_NOTHING = ["#markReadAction", "#renewFeedAction", "#endFeedAction"];

for (const role of Object.keys(PERSONAS) as Role[]) {
  test(`forged actions of a signed-in ${role}: refused by the closed list, audited, nothing changed`, async ({
    server,
  }) => {
    await untilSettled(server);
    const caller = await Caller.as(server, PERSONAS[role]);
    const user = userOf(server, PERSONAS[role]);
    const { id } = orderOf(server, "at-authority");
    for (const entry of actions) {
      forgetRates(server);
      const [before, head] = [stateOf(server), auditHead(server)];
      const code = mayCall(role, capabilityOf(entry)) ? "invalid" : "forbidden";
      const forged = forgedArguments(id).filter(
        ([input]) => !(TAKES_NOTHING.some((name) => entry.name.endsWith(name)) && isEmpty(input)),
      );
      for (const args of forged) {
        const answer = await caller.action(entry, args);
        expect([answer.ok, answer.error?.code], `${entry.name} ${JSON.stringify(args)}`).toEqual([
          false,
          code,
        ]);
      }
      const audited = refusalsSince(server, head);
      expect(
        audited.map(({ actor_id }) => actor_id),
        entry.name,
      ).toEqual(forged.map(() => user));
      expect(stateOf(server), entry.name).toEqual(before);
    }
  });
}

const isEmpty = (input: unknown) =>
  typeof input === "object" && input !== null && !Array.isArray(input) && Object.keys(input).length === 0;

test("forged actions of strangers are refused, and make our disk write nothing", async ({ server }) => {
  await untilSettled(server);
  const stranger = Caller.anonymous(server);
  const { id } = orderOf(server, "at-authority");
  const [before, head] = [stateOf(server), auditHead(server)];
  for (const entry of actions)
    for (const args of forgedArguments(id)) {
      const expected = capabilityOf(entry) === "public" ? "invalid" : "unauthenticated";
      const { ok, error } = await stranger.action(entry, args);
      expect([ok, error?.code], `${entry.name} ${JSON.stringify(args)}`).toEqual([false, expected]);
    }
  expect(stateOf(server)).toEqual(before);
  expect(auditHead(server)).toBe(head);
});

test("bodies that are too large or no arguments at all end in an error, never in an effect", async ({
  server,
}) => {
  await untilSettled(server);
  const caller = await Caller.as(server, "draft-half");
  const { id } = orderOf(server, "draft-half");
  const before = stateOf(server);
  const marker = "MARKER-IN-A-BODY";
  for (const entry of actions.filter(({ file }) => file === "app/console/actions.ts")) {
    const large = await caller.action(entry, [{ orderId: id, text: "x".repeat(1_200_000) }]);
    expect(large.ok, entry.name).not.toBe(true);
    expect(large.status, entry.name).toBeGreaterThanOrEqual(400);
    for (const body of [`{"${marker}`, `["$F1"] ${marker}`, "", `["$@1","${marker}"]`]) {
      const broken = await caller.rawAction(entry, body);
      expect(broken.ok, `${entry.name} ${body}`).not.toBe(true);
    }
  }
  expect(stateOf(server)).toEqual(before);
  expect(server.logs()).not.toContain(marker);
});

test("unknown action ids do nothing", async ({ server }) => {
  const caller = await Caller.as(server, "draft-half");
  const before = stateOf(server);
  const entry = { id: "7f".padEnd(42, "0"), name: "none", file: "none", page: "/console" };
  const answer = await caller.action(entry, [{}]);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.ok).toBeNull();
  expect(stateOf(server)).toEqual(before);
});
