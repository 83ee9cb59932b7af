"use server";

import { knownMigrationSchema, migrationCodeSchema, startMigrationSchema } from "@/lib/filing/migration/form";
import { defineAction } from "@/lib/http/define-action";
import { acceptMigration, declineMigration } from "@/lib/usecases/migration/answer-migration";
import { confirmMigrationCode } from "@/lib/usecases/migration/confirm-code";
import {
  resendMigrationCode,
  startMigration,
  takeBackMigration,
} from "@/lib/usecases/migration/start-migration";

export const startMigrationAction = defineAction({
  name: "migration.start",
  capability: "filing.migrate.own",
  input: startMigrationSchema,
  // It answers whether an account is the same organiser's: more often than anybody mistypes an id, it does not.
  rate: { max: 20, perSeconds: 3600 },
  run: startMigration,
});

export const resendMigrationCodeAction = defineAction({
  name: "migration.resend",
  capability: "filing.migrate.own",
  input: knownMigrationSchema,
  run: resendMigrationCode,
});

export const confirmMigrationCodeAction = defineAction({
  name: "migration.confirm",
  capability: "filing.migrate.own",
  input: migrationCodeSchema,
  rate: { max: 30, perSeconds: 3600 },
  run: confirmMigrationCode,
});

export const takeBackMigrationAction = defineAction({
  name: "migration.take-back",
  capability: "filing.migrate.own",
  input: knownMigrationSchema,
  run: takeBackMigration,
});

export const acceptMigrationAction = defineAction({
  name: "migration.accept",
  capability: "filing.migrate.own",
  input: knownMigrationSchema,
  run: acceptMigration,
});

export const declineMigrationAction = defineAction({
  name: "migration.decline",
  capability: "filing.migrate.own",
  input: knownMigrationSchema,
  run: declineMigration,
});
