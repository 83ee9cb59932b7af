import { describe, expect, it } from "vitest";
import { decideMigration, MIGRATION_STATES, type MigrationCommand, shownMigration } from "./states";

const END = 1_000;
const COMMANDS: readonly MigrationCommand[] = ["prove", "take_back", "accept", "decline", "expire"];
const answer = (state: (typeof MIGRATION_STATES)[number], command: MigrationCommand, at: number) => {
  const made = decideMigration({ state, expiresAt: END }, command, at);
  return made.ok ? made.value : (made.error.reason ?? "").replace("migration.", "");
};

/** Every cell: what a command leads to while the request counts, and why not where it leads nowhere. */
const CELLS: Readonly<Record<(typeof MIGRATION_STATES)[number], readonly string[]>> = {
  PROVING: ["OFFERED", "TAKEN_BACK", "unproven", "unproven", "not-over"],
  OFFERED: ["proven", "TAKEN_BACK", "DONE", "DECLINED", "not-over"],
  DONE: ["done", "done", "done", "done", "not-over"],
  DECLINED: ["declined", "declined", "declined", "declined", "not-over"],
  TAKEN_BACK: ["taken-back", "taken-back", "taken-back", "taken-back", "not-over"],
  EXPIRED: ["expired", "expired", "expired", "expired", "not-over"],
};

describe("a request", () => {
  it.each(MIGRATION_STATES)("%s answers every command until its last moment", (state) => {
    expect(COMMANDS.map((command) => answer(state, command, END - 1))).toEqual(CELLS[state]);
  });

  it.each(["PROVING", "OFFERED"] as const)("%s is over at that moment, written down or not", (state) => {
    expect(shownMigration({ state, expiresAt: END }, END - 1)).toBe(state);
    expect(shownMigration({ state, expiresAt: END }, END)).toBe("EXPIRED");
    expect(COMMANDS.map((command) => answer(state, command, END))).toEqual([
      ...["expired", "expired", "expired", "expired"],
      "EXPIRED",
    ]);
  });

  it.each(["DONE", "DECLINED", "TAKEN_BACK"] as const)("%s stays what it is for ever", (state) => {
    expect(shownMigration({ state, expiresAt: END }, END)).toBe(state);
    expect(answer(state, "expire", END)).toBe("not-over");
  });
});
