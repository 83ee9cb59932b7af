import "server-only";
import { randomInt } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { CODE_ALPHABET, CODE_LENGTH, normaliseCode } from "@/lib/filing/codes/form";
import type { IssuedCode } from "@/lib/filing/codes/quota";
import type { CodeRecord } from "@/lib/filing/codes/states";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { blindIndex, open, seal } from "@/lib/secrets";

export type CodeRow = typeof t.authCodes.$inferSelect;

/** A row as the machine sees it. */
export const codeRecord = (row: CodeRow): CodeRecord => ({
  state: row.state,
  targetAccountId: row.targetAccountId,
  resourceId: row.resourceId,
  place:
    row.orderId === null || row.serviceId === null
      ? null
      : { orderId: row.orderId, serviceId: row.serviceId },
  usedFor: row.usedFor,
});

/** By what somebody typed. Whose code it is, the caller asks. */
export async function findCode(db: Db, typed: string): Promise<CodeRow | undefined> {
  const idx = blindIndex("auth_code", normaliseCode(typed));
  const [row] = await db.select().from(t.authCodes).where(eq(t.authCodes.codeIdx, idx)).limit(1);
  return row;
}

/** The owner's door: another account's code and none are one answer. */
export async function loadOwnCode(
  db: Db,
  actor: Pick<Actor, "accountId">,
  asked: { readonly codeId: string; readonly version: number },
): Promise<Result<CodeRow>> {
  const [row] = await db.select().from(t.authCodes).where(eq(t.authCodes.id, asked.codeId)).limit(1);
  if (row === undefined || row.accountId !== actor.accountId) return fail(refuse("not_found"));
  return row.version === asked.version ? ok(row) : fail(refuse("stale", { reason: "lending.moved" }));
}

/** Writes what was decided, unless somebody was faster. */
export async function writeCode(
  tx: Tx,
  row: CodeRow,
  next: CodeRecord,
  now: number,
  more: Partial<Pick<CodeRow, "remarkEnc">> = {},
): Promise<Result<null>> {
  const moved = await tx
    .update(t.authCodes)
    .set({
      state: next.state,
      targetAccountId: next.targetAccountId,
      resourceId: next.resourceId,
      orderId: next.place?.orderId ?? null,
      serviceId: next.place?.serviceId ?? null,
      usedFor: next.usedFor,
      since: next.state === row.state ? row.since : now,
      version: row.version + 1,
      ...more,
    })
    .where(and(eq(t.authCodes.id, row.id), eq(t.authCodes.version, row.version)))
    .returning({ id: t.authCodes.id });
  return moved.length === 0 ? fail(refuse("stale", { reason: "lending.moved" })) : ok(null);
}

const codeAad = (id: string) => `auth_code:${id}`;
const remarkAad = (id: string) => `auth_code:${id}:remark`;

export const sealCode = (key: Buffer, id: string, code: string) => ({
  codeIdx: blindIndex("auth_code", code),
  codeEnc: seal(key, code, codeAad(id)),
});
export const sealRemark = (key: Buffer, id: string, remark: string) => seal(key, remark, remarkAad(id));

/** The code and its owner's words, with the owner's key. */
export const openCode = (key: Buffer, row: CodeRow) => ({
  code: open<string>(key, row.codeEnc, codeAad(row.id)),
  remark: open<string>(key, row.remarkEnc, remarkAad(row.id)),
});

/** A hundred bits nobody can guess. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");

/** Codes that stand on a server, with what the quota asks of them. */
export async function issuedOn(
  db: Db,
  accountId: string,
  resourceId: string,
): Promise<readonly IssuedCode[]> {
  const rows = await db
    .select({ usedFor: t.authCodes.usedFor })
    .from(t.authCodes)
    .where(and(eq(t.authCodes.accountId, accountId), eq(t.authCodes.resourceId, resourceId)));
  const numbers = rows.flatMap(({ usedFor }) => usedFor ?? []);
  const alive = await servedHere(db, numbers);
  return rows.map(({ usedFor }) => ({ serviceEnded: usedFor !== null && !alive.has(usedFor) }));
}

/** Those of the numbers that are filed and reached through this provider. */
async function servedHere(db: Db, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await db
    .select({ number: t.services.number })
    .from(t.services)
    .innerJoin(t.accesses, and(eq(t.accesses.serviceId, t.services.id), isNull(t.accesses.endedAt)))
    .where(and(inArray(t.services.number, [...numbers]), isNull(t.services.endedAt)));
  return new Set(rows.map(({ number }) => number));
}
