import "server-only";
import { desc, eq } from "drizzle-orm";
import { senderFor } from "./carriers";
import { openPasswordMessage } from "./filing-password";
import { openSms } from "./payload";
import { readStore } from "./store/client";
import * as t from "./store/schema";

export interface AuthoritySms {
  readonly id: string;
  readonly sender: string;
  readonly to: string;
  readonly body: string;
  readonly orderId: string;
  readonly at: number;
}

/** SMS the sandbox authority sent, newest first: the sandbox mailbox shows them beside the console's own. */
export async function listAuthoritySms(limit = 200): Promise<readonly AuthoritySms[]> {
  const rows = await readStore()
    .select({ sms: t.outgoingSms, orderId: t.submissions.orderId, wrappedKey: t.submissions.wrappedKey })
    .from(t.outgoingSms)
    .innerJoin(t.submissions, eq(t.submissions.sequence, t.outgoingSms.sequence))
    .orderBy(desc(t.outgoingSms.at), desc(t.outgoingSms.id))
    .limit(limit);
  return rows.map(({ sms, orderId, wrappedKey }) => ({
    id: sms.id,
    sender: sms.sender,
    ...openSms({ sequence: sms.sequence, wrappedKey }, sms.bodyEnc),
    orderId,
    at: sms.at,
  }));
}

export interface AuthorityMessage {
  readonly id: string;
  readonly channel: "mail" | "sms";
  readonly sender: string;
  readonly to: string;
  readonly body: string;
  readonly at: number;
}

/** What the sandbox authority sent to leads about filing passwords, newest first. */
export async function listPasswordMessages(limit = 200): Promise<readonly AuthorityMessage[]> {
  const rows = await readStore()
    .select()
    .from(t.passwordMessages)
    .orderBy(desc(t.passwordMessages.at), desc(t.passwordMessages.id))
    .limit(limit);
  return rows.map(({ id, channel, bodyEnc, at }) => {
    const { to, body } = openPasswordMessage(id, bodyEnc);
    return { id, channel, to, body, at, sender: channel === "sms" ? senderFor(to) : AUTHORITY_MAILBOX };
  });
}

/** A name under which nothing is ever registered. */
const AUTHORITY_MAILBOX = "beian@authority.invalid";
