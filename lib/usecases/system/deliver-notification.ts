import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { renderNotification } from "@/lib/notify/render";
import { masterKey, open, unwrap } from "@/lib/secrets";
import type { WorkMeta } from "@/lib/work/types";
import { type AccountProfile, profileAad, userEmailAad } from "../accounts/sealed";
import { notifier } from "./notifier";
import type { NotifyPayload } from "./notify-order-event";

interface Receiver {
  readonly to: string;
  readonly locale: Locale;
}

async function mailReceiver(userId: string): Promise<Receiver | null> {
  const [user] = await read().select().from(t.users).where(eq(t.users.id, userId));
  if (user === undefined || user.status !== "active") return null;
  return { to: open<string>(masterKey(), user.emailEnc, userEmailAad(user.id)), locale: user.locale };
}

/** The account's security phone, in its owner's language. */
async function phoneReceiver(accountId: string): Promise<Receiver | null> {
  const [row] = await read()
    .select({ account: t.accounts, locale: t.users.locale })
    .from(t.accounts)
    .innerJoin(
      t.accountMembers,
      and(eq(t.accountMembers.accountId, t.accounts.id), eq(t.accountMembers.role, "owner")),
    )
    .innerJoin(t.users, eq(t.users.id, t.accountMembers.userId))
    .where(eq(t.accounts.id, accountId))
    .limit(1);
  if (row === undefined) return null;
  const { id, wrappedKey, profileEnc } = row.account;
  const { securityPhone } = open<AccountProfile>(unwrap(wrappedKey), profileEnc, profileAad(id));
  return securityPhone === null ? null : { to: securityPhone, locale: row.locale };
}

/** Topic `notify`: one message to one receiver, worded now, in his language. */
export async function run(payload: unknown, meta: WorkMeta): Promise<void> {
  const told = payload as NotifyPayload;
  const receiver =
    told.channel === "mail" ? await mailReceiver(told.userId) : await phoneReceiver(told.accountId);
  // Left the account, or was blocked, since the event: nobody to tell.
  if (receiver === null) return;
  const translate = translator(receiver.locale);
  const { title, text } = renderNotification(translate, receiver.locale, told.event, told.params);
  const link = `${env.PUBLIC_URL}/console/orders/${told.orderId}`;
  const isMail = told.channel === "mail";
  await notifier().send({
    key: meta.key,
    channel: told.channel,
    to: receiver.to,
    subject: isMail ? translate("notifications.mail.subject", { title }) : null,
    body: translate(isMail ? "notifications.mail.body" : "notifications.sms.body", { title, text, link }),
    orderId: told.orderId,
  });
}
