import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { EditCode, KnownCode, MoveCode } from "@/lib/filing/codes/code-form";
import { decideCode } from "@/lib/filing/codes/states";
import type { Params } from "@/lib/filing/shared/refusal";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { unwrap } from "@/lib/secrets";
import { ownAccount } from "../accounts/own-account";
import { currentPolicy } from "../policy/current-policy";
import { mayBindTo, mayHandle, mayMake } from "./making";
import { ownServer } from "./own-server";
import { codeRecord, loadOwnCode, sealRemark, writeCode } from "./store";

const note = (tx: Tx, actor: Actor, action: string, object: string, data: Params = {}) =>
  audit(tx, { actorId: actor.userId, action, object, outcome: "done", data });

/** Another account while nobody uses it, and its owner's own words at any time. */
export async function editCode(actor: Actor, input: EditCode): Promise<Result<null>> {
  const policy = await currentPolicy(clock().now());
  return withTransaction(async (tx) => {
    const own = await ownAccount(tx, actor);
    if (!own.ok) return own;
    const found = await loadOwnCode(tx, actor, input);
    if (!found.ok) return found;
    const row = found.value;
    const moved = input.accountId !== row.targetAccountId;
    const may = moved ? mayHandle(own.value, policy) : ok(null);
    if (!may.ok) return may;
    const bound = moved ? await mayBindTo(tx, input.accountId) : ok(null);
    if (!bound.ok) return bound;
    const decided = decideCode(codeRecord(row), { type: "bind", accountId: input.accountId });
    if (!decided.ok) return decided;
    if (decided.value === null) throw new Error("binding a code took it away");
    const remarkEnc = sealRemark(unwrap(own.value.row.wrappedKey), row.id, input.remark);
    const written = await writeCode(tx, row, decided.value, clock().now(), { remarkEnc });
    if (!written.ok) return written;
    await note(tx, actor, "code.edited", row.id, moved ? { target: input.accountId } : {});
    return ok(null);
  });
}

/** The code stands for another server from now on, one that could have made it. */
export async function moveCode(actor: Actor, input: MoveCode): Promise<Result<null>> {
  if (actor.accountId === null) return fail(refuse("not_found"));
  const server = await ownServer(actor.accountId, input.resourceId);
  if (!server.ok) return server;
  const now = clock().now();
  const policy = await currentPolicy(now);
  return withTransaction(async (tx) => {
    const own = await ownAccount(tx, actor);
    if (!own.ok) return own;
    const found = await loadOwnCode(tx, actor, input);
    if (!found.ok) return found;
    const row = found.value;
    if (row.resourceId === server.value.id) return ok(null);
    const decided = decideCode(codeRecord(row), { type: "repoint", resourceId: server.value.id });
    if (!decided.ok) return decided;
    if (decided.value === null) throw new Error("moving a code took it away");
    const may = await mayMake(tx, own.value, server.value, now, policy);
    if (!may.ok) return may;
    const written = await writeCode(tx, row, decided.value, now);
    if (!written.ok) return written;
    await note(tx, actor, "code.moved", row.id, { from: row.resourceId, to: server.value.id });
    return ok(null);
  });
}

/** Takes away a code nobody uses: its place is free again, the code opens nothing any more. */
export async function deleteCode(actor: Actor, input: KnownCode): Promise<Result<null>> {
  const policy = await currentPolicy(clock().now());
  return withTransaction(async (tx) => {
    const own = await ownAccount(tx, actor);
    if (!own.ok) return own;
    const may = mayHandle(own.value, policy);
    if (!may.ok) return may;
    const found = await loadOwnCode(tx, actor, input);
    if (!found.ok) return found;
    const decided = decideCode(codeRecord(found.value), { type: "delete" });
    if (!decided.ok) return decided;
    await tx.delete(t.authCodes).where(eq(t.authCodes.id, found.value.id));
    await note(tx, actor, "code.deleted", found.value.id);
    return ok(null);
  });
}
