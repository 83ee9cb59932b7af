import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { OfflineNoteInput } from "@/lib/filing/guide/offline-note";
import { newWorld, type World } from "../testing";
import { addOfflineNote, closeOfflineNote, listOfflineNotes } from "./notes";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

const input = (over: Partial<OfflineNoteInput> = {}): OfflineNoteInput => ({
  ...{ about: "shell", province: "370000", subject: "鲁ICP备2020000001号" },
  ...{ sent: "申请书、证件复印件，快递 SF000", sentOn: "2026-11-20" },
  ...over,
});

it("keeps what was sent, newest first, sealed, for this account alone", async () => {
  const actor = await world.actor("fresh-unit");
  expect((await addOfflineNote(actor, input())).ok).toBe(true);
  expect((await addOfflineNote(actor, input({ about: "former-holder", sentOn: "2026-11-23" }))).ok).toBe(
    true,
  );
  const mine = await listOfflineNotes(actor);
  expect(mine).toMatchObject({
    value: [
      { about: "former-holder", outcome: "waiting" },
      { about: "shell", sent: input().sent, subject: input().subject },
    ],
  });
  expect(await listOfflineNotes(await world.actor("elsewhere-unit"))).toMatchObject({ value: [] });
  const stored = await read().select().from(t.offlineNotes);
  expect(stored.every(({ noteEnc }) => !noteEnc.includes("SF000"))).toBe(true);
});

it("refuses a day to come, and a province there is none of", async () => {
  const actor = await world.actor("fresh-unit");
  expect((await addOfflineNote(actor, input({ sentOn: "2026-11-23" }))).ok).toBe(true);
  expect(await addOfflineNote(actor, input({ sentOn: "2026-11-24" }))).toMatchObject({
    error: { fields: [{ path: "sentOn", reason: "offline-note.future" }] },
  });
  expect(await addOfflineNote(actor, input({ province: "999999" }))).toMatchObject({
    error: { fields: [{ path: "province", reason: "offline-note.province" }] },
  });
});

it("writes down what came of it, once from each page, and for nobody else", async () => {
  const actor = await world.actor("fresh-unit");
  const made = await addOfflineNote(actor, input());
  const noteId = made.ok ? made.value.noteId : "";
  const close = { noteId, version: 1, outcome: "cancelled" } as const;
  expect(await closeOfflineNote(await world.actor("elsewhere-unit"), close)).toMatchObject({
    error: { code: "not_found" },
  });
  expect((await closeOfflineNote(actor, close)).ok).toBe(true);
  expect(await closeOfflineNote(actor, close)).toMatchObject({ error: { code: "stale" } });
  expect(await listOfflineNotes(actor)).toMatchObject({ value: [{ outcome: "cancelled", version: 2 }] });
});
