"use server";

import { z } from "zod";
import { BLACKLIST_KINDS, BlacklistEntry } from "@/lib/authority/sandbox/blacklist";
import { DeskSettings } from "@/lib/authority/sandbox/settings";
import { Traffic } from "@/lib/authority/sandbox/traffic";
import { approveSubmission, rejectSubmission } from "@/lib/authority/sandbox/usecases/decide";
import { addToBlacklist, removeFromBlacklist } from "@/lib/authority/sandbox/usecases/desk-blacklist";
import { sendInspection, sendUnasked } from "@/lib/authority/sandbox/usecases/desk-register";
import { saveDeskSettings } from "@/lib/authority/sandbox/usecases/desk-settings";
import { saveTraffic } from "@/lib/authority/sandbox/usecases/desk-traffic";
import { sendInspectionSchema } from "@/lib/filing/inspection/form";
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

export const saveTrafficAction = defineAction({
  name: "authority.desk.traffic",
  capability: "desk.work",
  input: Traffic,
  run: saveTraffic,
});

export const addBlacklistAction = defineAction({
  name: "authority.desk.blacklist.add",
  capability: "desk.work",
  input: BlacklistEntry,
  run: addToBlacklist,
});

export const removeBlacklistAction = defineAction({
  name: "authority.desk.blacklist.remove",
  capability: "desk.work",
  input: z.strictObject({ kind: z.enum(BLACKLIST_KINDS), key: z.string().min(1).max(300) }),
  run: removeFromBlacklist,
});

export const sendUnaskedAction = defineAction({
  name: "authority.desk.unasked",
  capability: "desk.work",
  input: z.strictObject({
    number: z.string().min(1).max(60),
    what: z.enum(["cancelled", "ORGANIZER_CONFLICT", "DOMAIN_CONFLICT"]),
  }),
  run: sendUnasked,
});

export const sendInspectionAction = defineAction({
  name: "authority.desk.inspection",
  capability: "desk.work",
  input: sendInspectionSchema,
  run: sendInspection,
});
