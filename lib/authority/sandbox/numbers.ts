import "server-only";
import { eq, like } from "drizzle-orm";
import {
  entityNumber,
  type FilingNumber,
  formatFilingNumber,
  nextServiceNumber,
  parseFilingNumber,
  type ServiceSuffix,
} from "@/lib/filing/application/identifiers/filing-number";

import { PROVINCES_BY_CODE } from "@/lib/filing/policy";
import { dayOf } from "@/lib/filing/policy/calendar";
import * as t from "./store/schema";
import type { StoreTx } from "./store/transaction";

/** Counts up by one from 1, by name. */
export async function nextSerial(tx: StoreTx, name: string): Promise<number> {
  const rows = await tx.select().from(t.counters).where(eq(t.counters.name, name));
  const value = (rows[0]?.value ?? 0) + 1;
  await tx
    .insert(t.counters)
    .values({ name, value })
    .onConflictDoUpdate({ target: t.counters.name, set: { value } });
  return value;
}

/** The next entity number of a province: serials count from 1 in every civil year (DF §7.6). */
export async function drawEntityNumber(tx: StoreTx, province: string, now: number): Promise<string> {
  const abbr = PROVINCES_BY_CODE[province]?.abbr;
  if (abbr === undefined) throw new Error(`no province ${province}`);
  const year = Number(dayOf(now).slice(0, 4));
  return formatFilingNumber(entityNumber(abbr, year, await nextSerial(tx, `entity.${abbr}.${year}`)));
}

/** The next service number below an entity. Numbers of ended services are never given again. */
export async function drawServiceNumber(
  tx: StoreTx,
  entity: string,
  kind: "WEBSITE" | "APP",
  numbering: "separate" | "running",
): Promise<string> {
  const parsed = parseFilingNumber(entity);
  if (!parsed) throw new Error("the register holds a malformed number");
  const rows = await tx
    .select({ number: t.registerServices.number })
    .from(t.registerServices)
    .where(like(t.registerServices.number, `${entity}-%`));
  const taken = rows
    .map((row) => parseFilingNumber(row.number))
    .filter((number): number is FilingNumber => number !== null);
  const suffix: ServiceSuffix = kind === "APP" ? "A" : "";
  return formatFilingNumber(nextServiceNumber(parsed, taken, suffix, numbering));
}
