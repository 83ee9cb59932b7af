import type { Params } from "@/lib/filing/shared/refusal";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { Translate } from "@/lib/messages/translator";
import { isNotificationEvent } from "./events";

/** Stored figures → what a sentence takes: moments become dates of the reader's language. */
function readable(params: Params, locale: Locale): Record<string, string | number> {
  // Messages written before leads were told apart say of none of them which.
  return Object.fromEntries(
    Object.entries({ role: "lead", ...params }).map(([key, value]) => {
      if (key.endsWith("At") && typeof value === "number") return [key, formatDateTime(value, locale)];
      return [key, typeof value === "boolean" ? String(value) : value];
    }),
  );
}

/** A notification in the reader's language: for the console's list, for mails, for text messages. */
export function renderNotification(
  translate: Translate,
  locale: Locale,
  event: string,
  params: Params,
  reader: "member" | "lead" = "member",
): { readonly title: string; readonly text: string } {
  // A row of a version that knew more events than this one.
  if (!isNotificationEvent(event)) return { title: String(params.number ?? event), text: "" };
  const values = readable(params, locale);
  // A person in charge is told of one thing: his part of the verification.
  if (reader === "lead")
    return {
      title: translate("notifications.lead.title"),
      text: translate("notifications.lead.text", values),
    };
  return {
    title: translate(`notifications.event.${event}.title`, values),
    text: translate(`notifications.event.${event}.text`, values),
  };
}
