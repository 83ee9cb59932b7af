"use server";

import { closeOfflineNoteSchema, offlineNoteSchema } from "@/lib/filing/guide/offline-note";
import { defineAction } from "@/lib/http/define-action";
import { addOfflineNote, closeOfflineNote } from "@/lib/usecases/offline/notes";

export const addOfflineNoteAction = defineAction({
  name: "offline.note",
  capability: "filing.edit.own",
  input: offlineNoteSchema,
  rate: { max: 60, perSeconds: 3600 },
  run: addOfflineNote,
});

export const closeOfflineNoteAction = defineAction({
  name: "offline.outcome",
  capability: "filing.edit.own",
  input: closeOfflineNoteSchema,
  run: closeOfflineNote,
});
