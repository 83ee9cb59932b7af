import "server-only";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { type ChangePhone, normalisePhone } from "@/lib/auth/account-forms";
import type { Actor } from "@/lib/filing/access";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { blindIndex } from "@/lib/secrets";
import { beginChange } from "./contact-changes";
import { within } from "./limits";
import { sendAccountMessage } from "./messages";
import { ownedAccount } from "./own-account";
import { refuseField } from "./reasons";
import { reauthenticate } from "./reauthenticate";

/** Begins the change of the account's security phone: a code to the old one, where there is one, and one to the new. */
export async function changePhone(
  actor: Actor,
  { phone: typed, password }: ChangePhone,
): Promise<Result<null>> {
  const owned = await ownedAccount(read(), actor);
  if (!owned.ok) return owned;
  const known = await reauthenticate(actor, password, "password");
  if (!known.ok) return known;
  const phone = normalisePhone(typed);
  const old = owned.value.profile.securityPhone;
  if (phone === old) return fail(refuseField("phone", "phone-same"));
  const accountId = owned.value.row.id;
  for (const key of [`account.sms:${accountId}`, `account.sms:${blindIndex("phone", phone)}`]) {
    const limit = await within(key, 5, 3600);
    if (!limit.ok) return limit;
  }
  return withTransaction(async (tx) => {
    const changeId = await beginChange(tx, {
      kind: "phone",
      userId: actor.userId,
      accountId,
      value: phone,
      oldConfirmed: old === null,
    });
    if (old !== null) await sendAccountMessage(tx, { kind: "code", changeId, end: "old" });
    await sendAccountMessage(tx, { kind: "code", changeId, end: "new" });
    await audit(tx, {
      actorId: actor.userId,
      action: "phone.change-asked",
      object: accountId,
      outcome: "done",
    });
    return ok(null);
  });
}
