import { ROLES, type Role } from "../../lib/filing/access";
import { Caller } from "../support/caller";
import { expect } from "../support/isolated";
import { startServer } from "../support/server";
import { change, stateOf, userOf } from "../support/state";
import { Asker } from "./matrix/asker";
import { asksOf, ENTRIES, NOTHING, ROWS, sentBy } from "./matrix/asking";
import { entriesOfBuild } from "./matrix/entries";
import { makeHandovers } from "./matrix/made-handover";
import { Maker } from "./matrix/maker";
import { objectsOf, PERSONAS } from "./matrix/objects";
import { NOBODYS_SECRET, OBJECT_KINDS, UNKNOWN_ID } from "./matrix/row";
import { lackingOf, thereIn } from "./matrix/there";
import { test } from "./matrix/world";

/** Next's own pages, which ask for nobody and show nothing. */
const NEXTS_OWN = ["page app/_global-error/page", "page app/_not-found/page"];

test("every entry of the build has a row, and every row an entry", () => {
  const built = entriesOfBuild().filter((name) => !NEXTS_OWN.includes(name));
  expect(built.length).toBeGreaterThan(100);
  expect(ENTRIES.map(({ name }) => name).sort()).toEqual(built);
});

/** Parts of an address that choose among what everybody may see, and name nobody's thing. */
const CHOICES = ["[view]", "[province]", "[obstacle]", "[code]", "[...nextauth]"];

test("a row that names a thing says of which kind it is", () => {
  const silent = ROWS.filter(([name, row]) => {
    const parts = (name.match(/\[[^\]]+\]/g) ?? []).filter((part) => !CHOICES.includes(part));
    const sent = sentBy(row, NOTHING);
    return (
      row.object === null && (parts.length > 0 || sent.includes(UNKNOWN_ID) || sent.includes(NOBODYS_SECRET))
    );
  });
  expect(silent.map(([name]) => name)).toEqual([]);
  const asked = new Set(ROWS.map(([, { object }]) => object));
  expect(OBJECT_KINDS.filter((kind) => !asked.has(kind))).toEqual([]);
});

test("of every kind each role has something own and something foreign that is there, or a reason why not", ({
  own: server,
  world,
}) => {
  const isThere = thereIn(server);
  const missing = ROLES.flatMap((role) =>
    Object.entries(objectsOf(server, world.made, role))
      // Made where the gateway is manual: see the test of its own.
      .filter(([kind]) => kind !== "handover")
      .flatMap(([kind, objects]) => lackingOf(objects, isThere).map((what) => `${role} · ${kind}: ${what}`)),
  );
  expect(missing).toEqual([]);
});

for (const role of [null, ...ROLES]) {
  test(`${role ?? "a stranger"}: every page, route and action, with own, foreign and unknown things`, async ({
    own: server,
    world,
  }) => {
    const asker = new Asker(server, role);
    const asks = asksOf(role, objectsOf(server, world.made, role ?? "applicant"));
    const before = stateOf(server);
    const { said, expected } = await asker.refused(asks);
    expect(said).toEqual(expected);
    expect(stateOf(server)).toEqual(before);
    // What he may do he is not refused for who he is, whatever else stands against it.
    expect(await asker.allowed(asks)).toEqual([]);
  });
}

test("where the authority has no interface: the tray, the archive and what is written down, own and a colleague's", async ({
  world,
}, { workerIndex }) => {
  const server = await startServer(`matrix-manual-${workerIndex}`, { ICP_GATEWAY: "manual" }, world.data);
  const { mine, colleagues, held } = await makeHandovers(new Maker(server));
  const entries = ENTRIES.filter(({ row }) => row.manual);
  expect(entries.length).toBeGreaterThan(8);
  const asksOfRole = (role: Role | null) => {
    const objects = objectsOf(server, world.made, role ?? "applicant");
    // A supervisor steps in for whoever took one over.
    const foreign = [{ ...colleagues, ...(role === "supervisor" && { answer: null }) }];
    const review = { ...objects.review, own: held[PERSONAS[role ?? "applicant"]] ?? objects.review.own };
    const handover = { ...objects.handover, own: mine, foreign };
    return asksOf(role, { ...objects, review, handover }, entries, true);
  };
  const before = stateOf(server);
  for (const role of [null, ...ROLES]) {
    const { said, expected } = await new Asker(server, role).refused(asksOfRole(role));
    expect(said, `${role}`).toEqual(expected);
  }
  expect(stateOf(server)).toEqual(before);
  for (const role of ROLES) expect(await new Asker(server, role).allowed(asksOfRole(role))).toEqual([]);
  await server.stop();
});

test("nobody of the staff meets an order of an account he belongs to, nor judges the account", async ({
  own: server,
  world,
}) => {
  const { review, holder } = objectsOf(server, world.made, "supervisor");
  if ("none" in review.own || "none" in holder.own) throw new Error("no order waits");
  const join = "INSERT INTO account_members (account_id, user_id, role)";
  const ofOrder = `${join} SELECT account_id, ?, 'member' FROM orders WHERE id = ?`;
  change(server, ofOrder, userOf(server, PERSONAS.reviewer), review.own.id);
  change(server, `${join} VALUES (?, ?, 'member')`, holder.own.id, userOf(server, PERSONAS.supervisor));
  const reviewer = await Caller.as(server, PERSONAS.reviewer);
  const before = stateOf(server);
  const answers = [];
  for (const { name, row, ask } of ENTRIES.filter(({ row }) => row.object === "review"))
    answers.push([name, await ask(reviewer, review.own), row.capability]);
  expect(answers.length).toBeGreaterThan(5);
  expect(answers.filter(([, code]) => code !== "not_found" && code !== "forbidden")).toEqual([]);
  const flagging = ENTRIES.find(({ name }) => name.endsWith("#flagAccountAction"));
  expect(await flagging?.ask(await Caller.as(server, PERSONAS.supervisor), holder.own)).toBe("forbidden");
  expect(stateOf(server)).toEqual(before);
});

test("another lead's digits open nothing: the try is counted, and nothing else changes", async ({
  own: server,
  world,
}) => {
  const { own, called } = world.made.callback;
  const asking = ENTRIES.find(({ name }) => name.endsWith("#requestCallbackByLinkAction"));
  const { callback_links: links, ...before } = stateOf(server);
  const asked = { id: own.token, version: 1, beside: called.digits };
  expect(await asking?.ask(Caller.anonymous(server), asked)).toBe("wrong");
  const { callback_links: counted, ...after } = stateOf(server);
  expect(after).toEqual(before);
  expect(counted).not.toBe(links);
});
