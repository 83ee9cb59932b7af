import "server-only";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { NewCode } from "@/lib/filing/codes/code-form";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { unwrap } from "@/lib/secrets";
import { ownAccount } from "../accounts/own-account";
import { currentPolicy } from "../policy/current-policy";
import { mayBindTo, mayMake } from "./making";
import { ownServer } from "./own-server";
import { newCode, sealCode, sealRemark } from "./store";

/** Makes a code on one of the account's servers, for one account. The inventory is asked before the transaction. */
export async function createCode(actor: Actor, input: NewCode): Promise<Result<{ codeId: string }>> {
  if (actor.accountId === null) return fail(refuse("not_found"));
  const server = await ownServer(actor.accountId, input.resourceId);
  if (!server.ok) return server;
  const now = clock().now();
  const policy = await currentPolicy(now);
  return withTransaction(async (tx) => {
    const own = await ownAccount(tx, actor);
    if (!own.ok) return own;
    const may = await mayMake(tx, own.value, server.value, now, policy);
    if (!may.ok) return may;
    const bound = await mayBindTo(tx, input.accountId);
    if (!bound.ok) return bound;
    const { row: account } = own.value;
    const [id, key] = [newId(), unwrap(account.wrappedKey)];
    await tx.insert(t.authCodes).values({
      id,
      accountId: account.id,
      resourceId: server.value.id,
      targetAccountId: input.accountId,
      ...sealCode(key, id, newCode()),
      remarkEnc: sealRemark(key, id, input.remark),
      state: "UNUSED",
      since: now,
      createdAt: now,
      createdBy: actor.userId,
    });
    await audit(tx, {
      actorId: actor.userId,
      action: "code.created",
      object: id,
      outcome: "done",
      data: { resource: server.value.id, target: input.accountId },
    });
    return ok({ codeId: id });
  });
}
