import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import { type CodeMaking, codeConditions, refusalOfMaking } from "@/lib/filing/codes/conditions";
import type { Policy } from "@/lib/filing/policy/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { ResourceRecord } from "@/lib/inventory";
import type { OwnAccount } from "../accounts/own-account";
import { issuedOn } from "./store";

type Maker = Pick<OwnAccount, "row" | "role">;

/** All that making a code on a server hangs on, as it is in this transaction. */
export async function makingOf(db: Db, { row, role }: Maker, server: ResourceRecord): Promise<CodeMaking> {
  return {
    account: { kind: row.kind, verified: row.realNameVerifiedAt !== null, owner: role === "owner" },
    server,
    issued: await issuedOn(db, row.id, server.id),
  };
}

/** Counting happens inside the caller's transaction, so of two who want the last place one gets it. */
export async function mayMake(
  db: Db,
  maker: Maker,
  server: ResourceRecord,
  at: number,
  policy: Policy,
): Promise<Result<null>> {
  const refusal = refusalOfMaking(codeConditions(await makingOf(db, maker, server), at, policy));
  return refusal === null ? ok(null) : fail(refusal);
}

/** Members of an account rebind and delete its codes only where they may make them. */
export const mayHandle = ({ role }: Pick<OwnAccount, "role">, { provider }: Policy): Result<null> =>
  role === "owner" || provider.codesForSubAccounts
    ? ok(null)
    : fail(refuse("wrong_state", { reason: "lending.no-member" }));

/** Codes are bound to an account that is there; whose it is, nobody is told. */
export async function mayBindTo(db: Db, accountId: string): Promise<Result<null>> {
  const [found] = await db
    .select({ id: t.accounts.id })
    .from(t.accounts)
    .where(and(eq(t.accounts.id, accountId), isNull(t.accounts.erasedAt)));
  return found
    ? ok(null)
    : fail(refuse("invalid", { fields: [{ path: "accountId", reason: "lending.account-unknown" }] }));
}
