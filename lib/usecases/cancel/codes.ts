import "server-only";
import { and, eq, lte, sql } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { personById } from "@/lib/filing/application/access";
import { CancelTarget, type StartCancellation } from "@/lib/filing/registry/cancel-input";
import { cancellationDocument } from "@/lib/filing/registry/cancellation";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import type { Locale } from "@/lib/messages/locales";
import { userById } from "../accounts/users";
import { digitsFit, sixDigits } from "../phones/six-digits";
import { heldOf } from "../registry/held";
import { addressIdx, addressOf } from "./channels";

/** How long a code works: somebody has the phone in his hand, or rings up who has. */
export const CODE_MINUTES = 15;
/** Six digits are soon guessed: after so many wrong ones a new code is needed. */
const TRIES = 5;

type CodeRow = typeof t.cancelCodes.$inferSelect;
const digitsOf = (id: string): string => `cancel:${id}`;

export interface CodeKey {
  readonly entityId: string;
  readonly subject: string;
  readonly personId: string;
}

const keyed = ({ entityId, subject, personId }: CodeKey) =>
  and(
    eq(t.cancelCodes.entityId, entityId),
    eq(t.cancelCodes.subject, subject),
    eq(t.cancelCodes.personId, personId),
  );

/** A new code in place of an earlier one; whatever has run out goes with it. */
export async function putCode(tx: Tx, code: Omit<CodeRow, "attempts" | "createdAt" | "expiresAt">) {
  const now = systemClock().now();
  await tx.delete(t.cancelCodes).where(lte(t.cancelCodes.expiresAt, now));
  await tx.delete(t.cancelCodes).where(keyed(code));
  await tx.insert(t.cancelCodes).values({ ...code, createdAt: now, expiresAt: now + CODE_MINUTES * 60_000 });
}

export interface Asked extends CodeKey {
  readonly given: StartCancellation["codes"][number] | undefined;
  /** Keyed hash of where a code would go today. */
  readonly addressIdx: string | null;
}

/** Why a code is not the one that was sent; null when it is. A wrong one is counted. */
export async function tryCode(tx: Tx, { given, ...key }: Asked): Promise<Refusal | null> {
  const [row] = await tx.select().from(t.cancelCodes).where(keyed(key));
  if (given === undefined || row === undefined) return no("code-none");
  if (row.channel !== given.channel || row.addressIdx !== key.addressIdx) return no("code-none");
  if (row.expiresAt <= systemClock().now()) return no("code-expired");
  if (digitsFit(digitsOf(row.id), given.code.replace(/\s/g, ""))) return null;
  const spent = row.attempts + 1 >= TRIES;
  if (spent) await tx.delete(t.cancelCodes).where(keyed(key));
  else
    await tx
      .update(t.cancelCodes)
      .set({ attempts: sql`${t.cancelCodes.attempts} + 1` })
      .where(eq(t.cancelCodes.id, row.id));
  return no(spent ? "code-spent" : "code-wrong");
}

const no = (why: "code-none" | "code-expired" | "code-spent" | "code-wrong"): Refusal =>
  refuse(why === "code-wrong" ? "invalid" : "wrong_state", { reason: `cancel.${why}` });

/** Codes of a cancellation that has begun are used up, all of them. */
export const dropCodes = (tx: Tx, { entityId, subject }: Omit<CodeKey, "personId">) =>
  tx
    .delete(t.cancelCodes)
    .where(and(eq(t.cancelCodes.entityId, entityId), eq(t.cancelCodes.subject, subject)));

export interface CodeMessage {
  readonly channel: CodeRow["channel"];
  readonly to: string;
  readonly locale: Locale;
  readonly code: string;
  /** Filing numbers it is about. */
  readonly numbers: string;
  readonly type: CancelTarget["type"];
}

/** The message with the code, to where the filed lead is reached now; null when it is over, or he is reached elsewhere. */
export async function codeMessageOf(codeId: string): Promise<CodeMessage | null> {
  const [row] = await read().select().from(t.cancelCodes).where(eq(t.cancelCodes.id, codeId));
  if (row === undefined || row.expiresAt <= systemClock().now()) return null;
  const [entity] = await read().select().from(t.entities).where(eq(t.entities.id, row.entityId));
  const user = await userById(read(), row.userId);
  if (entity === undefined || user === undefined) return null;
  const { registry } = await heldOf(read(), entity);
  const [kind = "", numbers = ""] = row.subject.split(":");
  const type = CancelTarget.shape.type.parse(kind);
  const named = new Set(numbers.split(","));
  const goes = registry.services.filter(({ number, ended }) =>
    type === "CANCEL_ENTITY" ? !ended : named.has(number),
  );
  const document = cancellationDocument(registry, goes);
  const person = document === null ? undefined : personById(document, row.personId);
  const to = person === undefined ? null : addressOf(person, row.channel);
  if (to === null || addressIdx(row.channel, to) !== row.addressIdx) return null;
  return { channel: row.channel, to, locale: user.locale, code: sixDigits(digitsOf(row.id)), numbers, type };
}
