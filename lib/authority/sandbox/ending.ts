import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { NoticeBody } from "../gateway";
import { accessesOf, endAccesses, OWN_PROVIDER } from "./accesses";
import { notify } from "./notices";
import { servicesOf } from "./register";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

/** Living numbers a filing number stands for: a record with everything below it, or one service. Empty: none. */
async function numbersUnder(tx: StoreTx, number: string): Promise<readonly string[]> {
  const records = await tx
    .select({ number: t.registerEntities.number })
    .from(t.registerEntities)
    .where(and(eq(t.registerEntities.number, number), isNull(t.registerEntities.endedAt)));
  if (records.length > 0) return [number, ...(await servicesOf(tx, number)).map((one) => one.number)];
  const services = await tx
    .select({ number: t.registerServices.number })
    .from(t.registerServices)
    .where(and(eq(t.registerServices.number, number), isNull(t.registerServices.endedAt)));
  return services.map((one) => one.number);
}

/** Strikes a filing off the register and says so, though nobody asked. False: there is no such filing. */
export async function cancelFiling(tx: StoreTx, number: string, now: number): Promise<boolean> {
  const numbers = [...(await numbersUnder(tx, number))];
  if (numbers.length === 0) return false;
  // Who it was is nobody's business any more; the numbers stay, so that they are never given again.
  for (const table of [t.registerEntities, t.registerServices])
    await tx.update(table).set({ endedAt: now, contentsEnc: null }).where(inArray(table.number, numbers));
  await endAccesses(tx, numbers, now);
  await notify(tx, null, { type: "cancelled", numbers }, now);
  return true;
}

/** Says that a filing contradicts another, though nobody asked. False: there is no such filing. */
export async function reportConflict(
  tx: StoreTx,
  number: string,
  code: "ORGANIZER_CONFLICT" | "DOMAIN_CONFLICT",
  now: number,
): Promise<boolean> {
  if ((await numbersUnder(tx, number)).length === 0) return false;
  await notify(tx, null, { type: "conflict", code, target: number }, now);
  return true;
}

/**
 * Says that something filed under a number is wrong and until when it must be mended. Told to the provider that serves
 * it; false: nothing filed under it is served by us.
 */
export async function orderInspection(
  tx: StoreTx,
  { number, failure, domain, deadline }: Omit<Extract<NoticeBody, { type: "inspection" }>, "type">,
  now: number,
): Promise<boolean> {
  const numbers = await numbersUnder(tx, number);
  if (domain !== null && !(await isFiledFor(tx, number, domain))) return false;
  const served = await accessesOf(tx, numbers);
  if (!numbers.some((one) => served.get(one)?.includes(OWN_PROVIDER))) return false;
  await notify(tx, null, { type: "inspection", number, failure, domain, deadline }, now);
  return true;
}

async function isFiledFor(tx: StoreTx, number: string, domain: string): Promise<boolean> {
  const rows = await tx
    .select({ domain: t.registerDomains.domain })
    .from(t.registerDomains)
    .where(
      and(eq(t.registerDomains.serviceNumber, number), eq(t.registerDomains.domain, domain.toLowerCase())),
    );
  return rows.length > 0;
}
