import { z } from "zod";

/** What the forms of codes ask for; the same schemas in the browser and on the server. */
const REMARK_MAX = 60;

/** Ids of accounts are copied by hand: blanks around them and capitals do no harm. */
const accountId = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.uuid({ error: "lending.account-form" }));
const remark = z.string().trim().max(REMARK_MAX, "lending.remark-long");
const resourceId = z.string().min(1).max(64);
const known = { codeId: z.uuid(), version: z.int().min(1) };

export const newCodeSchema = z.strictObject({ resourceId, accountId, remark });
export const editCodeSchema = z.strictObject({ ...known, accountId, remark });
export const moveCodeSchema = z.strictObject({ ...known, resourceId });
export const knownCodeSchema = z.strictObject(known);

export type NewCode = z.infer<typeof newCodeSchema>;
export type EditCode = z.infer<typeof editCodeSchema>;
export type MoveCode = z.infer<typeof moveCodeSchema>;
export type KnownCode = z.infer<typeof knownCodeSchema>;
