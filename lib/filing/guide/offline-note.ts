import { z } from "zod";

/** Why somebody wrote to an authority: his shell, the former holder of his domain, or a filing made elsewhere. */
export const OFFLINE_CASES = ["shell", "former-holder", "elsewhere"] as const;
export const OFFLINE_OUTCOMES = ["waiting", "cancelled", "refused"] as const;

/** Notes an account may keep: nobody writes to thirty authorities. */
export const MAX_OFFLINE_NOTES = 50;

const text = (most: number, missing: string) =>
  z.string().trim().min(1, missing).max(most, "offline-note.long");

/** What the form of a note asks for; the same schema in the browser and on the server. */
export const offlineNoteSchema = z.strictObject({
  about: z.enum(OFFLINE_CASES),
  province: z.string().regex(/^\d{6}$/, "offline-note.province"),
  /** Filing number or domain it is about. */
  subject: text(128, "offline-note.subject"),
  /** What was sent, and by which courier under which number. */
  sent: text(500, "offline-note.sent"),
  sentOn: z.iso.date("offline-note.day"),
});
export type OfflineNoteInput = z.infer<typeof offlineNoteSchema>;

export const closeOfflineNoteSchema = z.strictObject({
  noteId: z.uuid(),
  version: z.int().min(1),
  outcome: z.enum(OFFLINE_OUTCOMES),
});
export type CloseOfflineNote = z.infer<typeof closeOfflineNoteSchema>;
