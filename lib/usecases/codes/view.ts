import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { formatCode } from "@/lib/filing/codes/form";
import {
  type CodeCommand,
  decideCode,
  isCodeAlive,
  type ShownCodeState,
  shownState,
} from "@/lib/filing/codes/states";
import type { Policy } from "@/lib/filing/policy/types";
import type { ResourceRecord } from "@/lib/inventory";
import { unwrap } from "@/lib/secrets";
import { type CodeRow, codeRecord, openCode } from "./store";

/** A code as its owner sees it. */
export interface CodeView {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly remark: string;
  readonly resourceId: string;
  readonly accountId: string;
  /** The account it is for is the owner's own. */
  readonly own: boolean;
  readonly state: ShownCodeState;
  readonly since: number;
  /** What it was used for: number, and the name that is public with it. */
  readonly filed: { readonly number: string; readonly name: string | null } | null;
  readonly may: { readonly bind: boolean; readonly move: boolean; readonly remove: boolean };
}

/** Every code of an account, oldest first; `servers` are its servers by id. */
export async function codeViews(
  db: Db,
  account: Pick<typeof t.accounts.$inferSelect, "id" | "wrappedKey">,
  servers: readonly ResourceRecord[],
  at: number,
  policy: Policy,
): Promise<readonly CodeView[]> {
  const rows = await db
    .select()
    .from(t.authCodes)
    .where(and(eq(t.authCodes.accountId, account.id)))
    .orderBy(asc(t.authCodes.createdAt), asc(t.authCodes.id));
  if (rows.length === 0) return [];
  const numbers = rows.flatMap(({ usedFor }) => usedFor ?? []);
  const names = await db
    .select({ number: t.services.number, name: t.services.name })
    .from(t.services)
    .where(inArray(t.services.number, numbers));
  const key = unwrap(account.wrappedKey);
  return rows.map((row): CodeView => {
    const { code, remark } = openCode(key, row);
    const server = servers.find(({ id }) => id === row.resourceId) ?? null;
    return {
      id: row.id,
      version: row.version,
      code: formatCode(code),
      remark,
      resourceId: row.resourceId,
      accountId: row.targetAccountId,
      own: row.targetAccountId === account.id,
      state: shownState(row.state, isCodeAlive(server, at, policy)),
      since: row.since,
      filed: row.usedFor === null ? null : filedAs(row.usedFor, names),
      may: {
        bind: allows(row, { type: "bind", accountId: "" }),
        move: allows(row, { type: "repoint", resourceId: "" }),
        remove: allows(row, { type: "delete" }),
      },
    };
  });
}

const allows = (row: CodeRow, command: CodeCommand) => decideCode(codeRecord(row), command).ok;

const filedAs = (number: string, names: readonly { number: string; name: string }[]) => ({
  number,
  name: names.find((one) => one.number === number)?.name ?? null,
});
