"use server";

import { z } from "zod";
import { DeskSettings } from "@/lib/authority/sandbox/settings";
import { approveSubmission, rejectSubmission } from "@/lib/authority/sandbox/usecases/decide";
import { saveDeskSettings } from "@/lib/authority/sandbox/usecases/desk-settings";
import { defineAction } from "@/lib/http/define-action";

const seen = { sequence: z.int().positive(), version: z.int().positive() };

export const approveAction = defineAction({
  name: "authority.desk.approve",
  capability: "desk.work",
  input: z.strictObject(seen),
  run: approveSubmission,
});

export const rejectAction = defineAction({
  name: "authority.desk.reject",
  capability: "desk.work",
  input: z.strictObject({
    ...seen,
    items: z
      .array(
        z.strictObject({
          code: z.string().max(60),
          target: z.string().max(200),
          text: z.string().trim().max(1000).nullable(),
        }),
      )
      .min(1)
      .max(60),
  }),
  run: rejectSubmission,
});

export const saveSettingsAction = defineAction({
  name: "authority.desk.settings",
  capability: "desk.work",
  input: DeskSettings,
  run: saveDeskSettings,
});
