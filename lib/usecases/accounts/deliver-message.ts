import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import type { WorkMeta } from "@/lib/work/types";
import { CODE_MINUTES, codeMessageOf } from "../cancel/codes";
import { migrationCodeMessage } from "../migration/lead-code";
import { leadCodeMessage } from "../phones/lead-code";
import { signature } from "../provider/brand";
import { notifier } from "../system/notifier";
import { accountNameOf } from "./account-name";
import { codeMessage } from "./contact-codes";
import { addressOf, type LinkRow, linkUrl } from "./links";
import type { AccountMessage, Notice } from "./messages";
import { emailOf, userByEmail, userById } from "./users";

interface Mail {
  readonly to: string;
  readonly locale: Locale;
  /** Key below `account.mail`. */
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Whether the link it is about stands in it. */
  readonly leads: boolean;
}

/** Topic `account.message`: links, codes and notices about somebody's account. */
export async function run(payload: unknown, meta: WorkMeta): Promise<void> {
  const message = payload as AccountMessage;
  if (message.kind === "code") return text(meta.key, await codeMessage(message.changeId, message.end));
  if (message.kind === "lead-code") return text(meta.key, await leadCodeMessage(message.proofId));
  if (message.kind === "cancel-code") return sendCancelCode(meta.key, message.codeId);
  if (message.kind === "migration-code")
    return text(meta.key, await migrationCodeMessage(message.migrationId, message.codeId));
  if (message.kind === "notice") return send(meta.key, await noticeMail(message));
  const link = await livingLink(message.linkId);
  if (link === undefined) return;
  const mail = await linkMail(link);
  await send(meta.key, mail);
  // A link that leads nowhere is not kept, and neither is the address in it.
  if (mail?.leads !== true) await drop(link.id);
}

async function sendCancelCode(key: string, codeId: string): Promise<void> {
  const message = await codeMessageOf(codeId);
  if (message === null) return;
  const { channel, to, locale, type, ...about } = message;
  const params = { ...about, type, minutes: CODE_MINUTES };
  if (channel === "EMAIL") return send(key, { to, locale, kind: "cancel", params, leads: false });
  const body = translator(locale)("account.sms.cancel", { ...params, sign: await signature(locale) });
  await text(key, { to, body });
}

type Sms = { readonly to: string; readonly body: string; readonly orderId?: string };

async function text(key: string, sms: Sms | null): Promise<void> {
  if (sms) await notifier().send({ key, channel: "sms", subject: null, orderId: null, ...sms });
}

async function send(key: string, mail: Mail | null): Promise<void> {
  if (mail === null) return;
  const say = translator(mail.locale);
  await notifier().send({
    key,
    channel: "mail",
    to: mail.to,
    subject: say(`account.mail.${mail.kind}.subject`, { ...mail.params }),
    body: say(`account.mail.${mail.kind}.body`, { ...mail.params }),
    orderId: null,
  });
}

async function livingLink(linkId: string): Promise<LinkRow | undefined> {
  const [link] = await read().select().from(t.accountLinks).where(eq(t.accountLinks.id, linkId));
  return link?.usedAt === null && link.expiresAt > systemClock().now() ? link : undefined;
}

/** Whether the address belongs to somebody shows only here, in its own mailbox; whoever asked got the same answer. */
async function linkMail(link: LinkRow): Promise<Mail | null> {
  const owner = await userByEmail(read(), link.emailIdx);
  const to = addressOf(link);
  const { locale, purpose } = link;
  if (purpose === "reset") {
    if (owner?.status !== "active") return null;
    return { to, locale: owner.locale, kind: "reset", params: { link: linkUrl(link) }, leads: true };
  }
  if (owner !== undefined && (purpose === "register" || purpose === "email_new")) {
    const params = { signIn: `${env.PUBLIC_URL}/sign-in`, forgot: `${env.PUBLIC_URL}/forgot` };
    return { to, locale: owner.locale, kind: "known", params, leads: false };
  }
  const until = formatDateTime(link.expiresAt, locale);
  if (purpose === "staff") {
    return { to, locale, kind: "staff", params: { link: linkUrl(link), until }, leads: true };
  }
  const params = { link: linkUrl(link), until, account: await accountNameOf(link.accountId) };
  return { to, locale, kind: purpose.replace("_", "-"), params, leads: true };
}

async function drop(linkId: string): Promise<void> {
  await withTransaction(async (tx) => {
    await tx.delete(t.accountLinks).where(eq(t.accountLinks.id, linkId));
  });
}

async function noticeMail({ notice, userId }: { notice: Notice; userId: string }): Promise<Mail | null> {
  const user = await userById(read(), userId);
  if (user?.status !== "active") return null;
  const params = { link: `${env.PUBLIC_URL}/console/account`, forgot: `${env.PUBLIC_URL}/forgot` };
  return { to: emailOf(user), locale: user.locale, kind: notice, params, leads: false };
}
