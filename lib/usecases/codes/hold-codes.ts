import "server-only";
import { and, eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { isCode, normaliseCode } from "@/lib/filing/codes/form";
import { type CodeCommand, decideCode } from "@/lib/filing/codes/states";
import { blindIndex } from "@/lib/secrets";
import { type CodeRow, codeRecord, findCode, writeCode } from "./store";

/** The order, and whose it is. */
export interface Holder {
  readonly id: string;
  readonly accountId: string;
}
interface By {
  readonly now: number;
  readonly userId: string | null;
}

/** Codes a document names, by the service they stand in. */
export const namedCodes = (app: ApplicationDraft) =>
  app.services.flatMap(({ id: serviceId, resource }) => {
    const code = resource?.kind === "CODE" ? normaliseCode(resource.code ?? "") : "";
    return isCode(code) ? [{ serviceId, code }] : [];
  });

/**
 * Codes follow the document: what it names is taken for its service, what it no longer names goes back. Runs in the
 * transaction that writes the document, so of two orders that name one code exactly one gets it. Answers what could
 * not be taken; saying why is the rule book's, which sees the same.
 */
export async function holdCodes(
  tx: Tx,
  order: Holder,
  app: ApplicationDraft,
  by: By,
): Promise<readonly string[]> {
  const named = namedCodes(app);
  const stays = ({ serviceId, codeIdx }: CodeRow) =>
    named.some((one) => one.serviceId === serviceId && blindIndex("auth_code", one.code) === codeIdx);
  for (const row of await heldBy(tx, order.id))
    if (!stays(row)) await apply(tx, row, { type: "release" }, by);
  const missed: string[] = [];
  for (const { serviceId, code } of named) {
    const row = await findCode(tx, code);
    const place = { orderId: order.id, serviceId };
    const taken = row && (await apply(tx, row, { type: "take", accountId: order.accountId, place }, by));
    // Used codes serve changes of their service, and nobody else can take them from it.
    if (!taken && !(row?.state === "USED" && row.targetAccountId === order.accountId)) missed.push(serviceId);
  }
  return missed;
}

/** The order ended without a filing: what it held is free again. */
export async function releaseCodes(tx: Tx, orderId: string, by: By): Promise<void> {
  for (const row of await heldBy(tx, orderId)) await apply(tx, row, { type: "release" }, by);
}

/** The order was approved: codes of services that got a number are used, for them alone; the others are free again. */
export async function spendCodes(
  tx: Tx,
  orderId: string,
  numbers: Readonly<Record<string, string>>,
  by: By,
): Promise<void> {
  for (const row of await heldBy(tx, orderId)) {
    const number = numbers[row.serviceId ?? ""];
    await apply(tx, row, number === undefined ? { type: "release" } : { type: "use", number }, by);
  }
}

const heldBy = (tx: Tx, orderId: string) =>
  tx
    .select()
    .from(t.authCodes)
    .where(and(eq(t.authCodes.orderId, orderId), eq(t.authCodes.state, "IN_USE")));

const DONE = { take: "code.taken", release: "code.released", use: "code.used" } as const;

/** Decided, written and put on record; false when the code says no. */
async function apply(
  tx: Tx,
  row: CodeRow,
  command: Extract<CodeCommand, { type: keyof typeof DONE }>,
  { now, userId }: By,
): Promise<boolean> {
  const before = codeRecord(row);
  const decided = decideCode(before, command);
  if (!decided.ok || decided.value === null) return false;
  if (decided.value.state === before.state) return true;
  const written = await writeCode(tx, row, decided.value, now);
  // Nobody else writes in this transaction: a row that moved under it is a bug.
  if (!written.ok) throw new Error(`code ${row.id} moved inside a transaction`);
  const order = row.orderId ?? decided.value.place?.orderId ?? "";
  await audit(tx, {
    actorId: userId,
    action: DONE[command.type],
    object: row.id,
    outcome: "done",
    data: { order },
  });
  return true;
}
