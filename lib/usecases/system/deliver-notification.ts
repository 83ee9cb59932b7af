import "server-only";
import { env } from "@/lib/env";
import { type Translate, translator } from "@/lib/messages/translator";
import { placeOf } from "@/lib/notify/events";
import { GROUP_OF } from "@/lib/notify/groups";
import { renderNotification } from "@/lib/notify/render";
import type { WorkMeta } from "@/lib/work/types";
import { wants } from "../notifications/preferences";
import { signature } from "../provider/brand";
import { notifier } from "./notifier";
import type { NotifyPayload } from "./notify-order-event";
import { leadReceiver, mailReceiver, phoneReceiver, type Receiver } from "./receivers";

function receiverOf(told: NotifyPayload): Promise<Receiver | null> {
  if (told.channel === "mail") return mailReceiver(told.userId);
  if (told.channel === "sms") return phoneReceiver(told.accountId);
  return leadReceiver(told.orderId, told.personId);
}

/** Whether it goes out: his wish, read now; and a text message of the account only where there is a gateway at all. */
async function goesOut(told: NotifyPayload, { channel, userId }: Receiver): Promise<boolean> {
  if (userId === null) return true;
  if (channel === "sms" && !notifier().carries("sms")) return false;
  return wants(userId, GROUP_OF[told.event], channel);
}

/** The letter around a text: to a person in charge, about an order, or about what is filed. */
const bodyOf = ({ channel, orderId }: NotifyPayload): "lead" | "mail" | "filing" =>
  channel === "lead" ? "lead" : orderId === null ? "filing" : "mail";

/** Subject and text. A person in charge reads of his part only, and gets no link: he may have no account. */
async function worded(told: NotifyPayload, { locale, channel }: Receiver, translate: Translate) {
  const reader = told.channel === "lead" ? "lead" : "member";
  const { title, text } = renderNotification(translate, locale, told.event, told.params, reader);
  const sign = await signature(locale);
  const links = {
    link: `${env.PUBLIC_URL}${told.orderId === null ? (placeOf(told.event) ?? "/console") : `/console/orders/${told.orderId}`}`,
    settings: `${env.PUBLIC_URL}/console/notifications/settings`,
  };
  if (channel === "sms") return { subject: null, body: translate("notifications.sms.body", { sign, text }) };
  return {
    subject: translate("notifications.mail.subject", { sign, title }),
    body: translate(`notifications.${bodyOf(told)}.body`, { text, ...links }),
  };
}

/** Topic `notify`: one message to one receiver, worded now, in his language. */
export async function run(payload: unknown, meta: WorkMeta): Promise<void> {
  const told = payload as NotifyPayload;
  const receiver = await receiverOf(told);
  // Left the account, was blocked, or has verified since the event: nobody to tell.
  if (receiver === null || !(await goesOut(told, receiver))) return;
  const { channel, to, locale } = receiver;
  await notifier().send({
    key: meta.key,
    channel,
    to,
    ...(await worded(told, receiver, translator(locale))),
    orderId: told.orderId,
  });
}
