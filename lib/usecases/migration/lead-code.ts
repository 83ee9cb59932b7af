import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { leadPhone } from "@/lib/filing/migration/conditions";
import type { Result } from "@/lib/filing/shared/result";
import { ok } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { translator } from "@/lib/messages/translator";
import { blindIndex } from "@/lib/secrets";
import { within } from "../accounts/limits";
import { sendAccountMessage } from "../accounts/messages";
import { userById } from "../accounts/users";
import { CODE_MINUTES } from "../phones/lead-code";
import { CODE_LIMITS } from "../phones/send-lead-code";
import { sixDigits } from "../phones/six-digits";
import { signature } from "../provider/brand";
import { heldFiling } from "./standing";

/** What the digits of a request's code are made from. */
export const migrationCodeOf = (codeId: string): string => `migration:${codeId}`;

/** A number has the same few codes an hour, whatever they are for. */
export async function mayText(phoneIdx: string, accountId: string, entityId: string): Promise<Result<null>> {
  const limits = [
    [`lead.code:entity:${entityId}`, CODE_LIMITS.order],
    [`lead.code:account:${accountId}`, CODE_LIMITS.account],
    [`lead.code:number:${phoneIdx}`, CODE_LIMITS.number],
    [`lead.code:number:${phoneIdx}`, CODE_LIMITS.numberADay],
  ] as const;
  for (const [key, [max, seconds]] of limits) {
    const limit = await within(key, max, seconds);
    if (!limit.ok) return limit;
  }
  return ok(null);
}

/** A fresh code; an earlier one of the request stops working. */
export const freshCode = () => ({
  codeId: newId(),
  attempts: 0,
  codeExpiresAt: systemClock().now() + CODE_MINUTES * 60_000,
});

/** The text message follows after commit. */
export const sendCode = (tx: Tx, migrationId: string, codeId: string): Promise<void> =>
  sendAccountMessage(tx, { kind: "migration-code", migrationId, codeId });

/** The message; null when it is over, another code was asked for, or the filing names another number by now. */
export async function migrationCodeMessage(
  migrationId: string,
  codeId: string,
): Promise<{ to: string; body: string } | null> {
  const { filingMigrations: m } = t;
  const [row] = await read().select().from(m).where(eq(m.id, migrationId));
  if (row?.state !== "PROVING" || row.codeId !== codeId || row.codeExpiresAt <= systemClock().now())
    return null;
  const [filing, user] = [await heldFiling(read(), row.entityId), await userById(read(), row.createdBy)];
  const to = leadPhone(filing.registry);
  if (to === null || user === undefined || blindIndex("phone", to) !== row.phoneIdx) return null;
  return {
    to,
    body: translator(user.locale)("account.sms.migration", {
      sign: await signature(user.locale),
      code: sixDigits(migrationCodeOf(codeId)),
      minutes: CODE_MINUTES,
      number: filing.row.number,
    }),
  };
}
