"use server";

import { z } from "zod";
import { defineAction } from "@/lib/http/define-action";
import { PreferencesInput } from "@/lib/notify/groups";
import { endFeed, renewFeed } from "@/lib/usecases/notifications/feed";
import { savePreferences } from "@/lib/usecases/notifications/preferences";
import { markNotificationRead } from "@/lib/usecases/notifications/read-notifications";

export const readOneAction = defineAction({
  name: "notification.read",
  capability: "notification.read.own",
  input: z.strictObject({ notificationId: z.uuid() }),
  run: markNotificationRead,
});

export const savePreferencesAction = defineAction({
  name: "notification.preferences",
  capability: "notification.read.own",
  input: PreferencesInput,
  run: savePreferences,
});

export const renewFeedAction = defineAction({
  name: "calendar.renew",
  capability: "notification.read.own",
  input: z.strictObject({}),
  rate: { max: 20, perSeconds: 600 },
  run: renewFeed,
});

export const endFeedAction = defineAction({
  name: "calendar.end",
  capability: "notification.read.own",
  input: z.strictObject({}),
  run: endFeed,
});
