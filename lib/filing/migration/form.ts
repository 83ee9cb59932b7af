import { z } from "zod";

/** What the forms of a migration ask for; the same schemas in the browser and on the server. */
const known = { migrationId: z.uuid(), version: z.int().min(1) };

/** Ids of accounts are copied by hand: blanks around them and capitals do no harm. */
export const startMigrationSchema = z.strictObject({
  entityId: z.uuid(),
  accountId: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.uuid({ error: "migration.account-form" })),
});
export const knownMigrationSchema = z.strictObject(known);
export const migrationCodeSchema = z.strictObject({
  ...known,
  code: z.string().trim().min(1, "migration.code-missing").max(20, "migration.code-wrong"),
});

export type StartMigration = z.infer<typeof startMigrationSchema>;
export type KnownMigration = z.infer<typeof knownMigrationSchema>;
export type MigrationCode = z.infer<typeof migrationCodeSchema>;
