import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { personById } from "@/lib/filing/application/access";
import { type CalledRole, callbackItemId, calledRole, type OrderSnapshot } from "@/lib/filing/lifecycle";
import { loadOrder, type OrderRecord, openSubmission } from "../orders/records";

/** Wrong digits after which a link opens nothing any more. */
export const WRONG_DIGITS = 5;

/** A fast hash is enough: nobody guesses 256 random bits. */
export const hashOfLink = (token: string): string => createHash("sha256").update(token).digest("base64url");

type Link = typeof t.callbackLinks.$inferSelect;

/**
 * How a link ended: guessed at too often, the lead called again since, his time to ask passed, or the order left the
 * review for another reason.
 */
export type LinkEnd = "locked" | "called" | "expired" | "over";

export interface FoundLink {
  readonly link: Link;
  readonly order: OrderRecord;
  /** Null while it opens something. */
  readonly end: LinkEnd | null;
}

const expired = ({ round, corrections }: OrderSnapshot, link: Link): boolean =>
  round === link.round &&
  corrections.some(({ id }) => id === callbackItemId(link.orderId, round, link.personId));

function endOf(link: Link, order: OrderSnapshot): LinkEnd | null {
  if (link.wrong >= WRONG_DIGITS) return "locked";
  if (order.state !== "PROVIDER_REVIEW" || order.round !== link.round)
    return expired(order, link) ? "expired" : "over";
  return order.callbacks[link.personId] === undefined ? "called" : null;
}

/** A link with its order and how it stands; null when we never made such a link. */
export async function findLink(db: Reader | Tx, token: string): Promise<FoundLink | null> {
  const [link] = await db
    .select()
    .from(t.callbackLinks)
    .where(eq(t.callbackLinks.tokenHash, hashOfLink(token)))
    .limit(1);
  const order = link && (await loadOrder(db, link.orderId));
  return link && order ? { link, order, end: endOf(link, order.snapshot) } : null;
}

/** The same while it stands in the review of the round in which this lead was missed, and he still waits; else null. */
export async function resolveLink(db: Reader | Tx, token: string): Promise<FoundLink | null> {
  const found = await findLink(db, token);
  return found?.end === null ? found : null;
}

export interface CalledLead {
  readonly name: string;
  readonly role: CalledRole | null;
  /** The number the reviewer called, digits only. */
  readonly phone: string | null;
}

/** Whom the reviewer called, as the document of that round has him; null when the order's data is gone. */
export async function calledLead(
  db: Reader | Tx,
  { order, link: { round, personId } }: FoundLink,
): Promise<CalledLead | null> {
  const document = await openSubmission(db, order, round);
  const person = document.ok ? personById(document.value, personId) : undefined;
  if (!document.ok || person === undefined) return null;
  const phone = person.phone1?.replace(/\D/g, "") ?? null;
  return { name: person.name ?? "", role: calledRole(document.value, personId), phone };
}
