import "server-only";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { Newcomer } from "@/lib/auth/account-forms";
import { clock } from "@/lib/clock";
import { type Declared, REGISTRATION_DECLARATIONS } from "@/lib/filing/policy/declarations";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";

/** What a newcomer ticked, if these are the wordings in force: agreeing to another one agrees to nothing. */
export function agreedTo(
  input: Pick<Newcomer, Declared["id"] & keyof Newcomer>,
): Result<readonly Declared[]> {
  return REGISTRATION_DECLARATIONS.every(({ id, version }) => input[id] === version)
    ? ok(REGISTRATION_DECLARATIONS.map(({ id, version }) => ({ id, version })))
    : fail(refuse("stale", { reason: "declarations.moved" }));
}

/** Keeps with the new user what he agreed to, in which wording, and when. */
export async function keepAgreed(tx: Tx, userId: string, agreed: readonly Declared[]): Promise<void> {
  const at = clock().now();
  for (const { id: kind, version } of agreed) {
    await tx.insert(t.consents).values({ id: newId(), orderId: null, kind, version, userId, at });
    await audit(tx, {
      actorId: userId,
      action: "consent.given",
      object: userId,
      outcome: "done",
      data: { kind, version },
    });
  }
}
