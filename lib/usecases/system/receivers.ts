import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { personById } from "@/lib/filing/application/access";
import type { Locale } from "@/lib/messages/locales";
import type { Channel } from "@/lib/notify/groups";
import { masterKey, open, unwrap } from "@/lib/secrets";
import { type AccountProfile, profileAad, userEmailAad } from "../accounts/sealed";
import { loadOrder, openSubmission } from "../orders/records";

/** Where one message goes, and in which language; looked up when it is delivered. */
export interface Receiver {
  readonly channel: Channel;
  readonly to: string;
  readonly locale: Locale;
  /** The user whose preferences hold; null: somebody without an account. */
  readonly userId: string | null;
}

/** Nobody knows the language of a lead without an account; the authority and the carriers write Chinese to him as well. */
const LEAD_LOCALE: Locale = "zh-CN";

/** A member's mailbox. */
export async function mailReceiver(userId: string): Promise<Receiver | null> {
  const [user] = await read().select().from(t.users).where(eq(t.users.id, userId));
  if (user === undefined || user.status !== "active") return null;
  const to = open<string>(masterKey(), user.emailEnc, userEmailAad(user.id));
  return { channel: "mail", to, locale: user.locale, userId };
}

async function ownerOf(accountId: string) {
  const [row] = await read()
    .select({ account: t.accounts, userId: t.users.id, locale: t.users.locale })
    .from(t.accounts)
    .innerJoin(
      t.accountMembers,
      and(eq(t.accountMembers.accountId, t.accounts.id), eq(t.accountMembers.role, "owner")),
    )
    .innerJoin(t.users, eq(t.users.id, t.accountMembers.userId))
    .where(eq(t.accounts.id, accountId))
    .limit(1);
  return row;
}

/** The account's security phone, in its owner's language and as he wants it. */
export async function phoneReceiver(accountId: string): Promise<Receiver | null> {
  const owner = await ownerOf(accountId);
  if (owner === undefined) return null;
  const { id, wrappedKey, profileEnc } = owner.account;
  const { securityPhone } = open<AccountProfile>(unwrap(wrappedKey), profileEnc, profileAad(id));
  if (securityPhone === null) return null;
  return { channel: "sms", to: securityPhone, locale: owner.locale, userId: owner.userId };
}

/**
 * A person in charge who still has to verify, as the submitted application names him. By mail if he has an address: the
 * authority's own code already comes by text message. Nobody once the verification is over.
 */
export async function leadReceiver(orderId: string, personId: string): Promise<Receiver | null> {
  const order = await loadOrder(read(), orderId);
  if (order === undefined || order.snapshot.state !== "SMS_PENDING") return null;
  const document = await openSubmission(read(), order, order.snapshot.round);
  const person = document.ok ? personById(document.value, personId) : undefined;
  if (person?.email) return { channel: "mail", to: person.email, locale: LEAD_LOCALE, userId: null };
  const phone = person?.phone1?.replace(/\D/g, "");
  return phone ? { channel: "sms", to: phone, locale: LEAD_LOCALE, userId: null } : null;
}
