import "server-only";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { normaliseRealName, type RealName } from "@/lib/auth/real-name-form";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { documentNumber } from "@/lib/filing/application/identifiers/document-number";
import { usccProblem } from "@/lib/filing/application/identifiers/uscc";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { isoDay } from "@/lib/messages/format";
import { realNameService } from "@/lib/realname";
import { within } from "./limits";
import { sendAccountMessage } from "./messages";
import { type OwnAccount, ownedAccount, saveProfile } from "./own-account";
import { refuseAccount, refuseField } from "./reasons";
import { type Holdings, holdingsOf } from "./standing";

/**
 * Verifies whose account it is, or changes it (DF §4.1, B9): from person to unit, never back; another person needs
 * another account; nothing while an order is open. The waiting time of persons begins anew.
 */
export async function verifyRealName(actor: Actor, typed: RealName): Promise<Result<null>> {
  const owned = await ownedAccount(read(), actor);
  if (!owned.ok) return owned;
  const claim = normaliseRealName(typed);
  const holdings = await holdingsOf(read(), owned.value.row.id);
  const allowed = mayBecome(owned.value, claim, holdings);
  if (!allowed.ok) return allowed;
  if (!isFormed(claim)) return fail(refuseField("idNo", "idno-form"));
  const limit = await within(`account.real-name:${owned.value.row.id}`, 10, 3600);
  if (!limit.ok) return limit;
  const answer = await realNameService().verify(claim);
  if (answer === "unavailable") return fail(refuseAccount("busy", "realname-unavailable"));
  if (answer === "mismatch") return fail(refuseAccount("invalid", "realname-mismatch"));
  return save(actor, owned.value, claim, "service");
}

/**
 * The same with somebody's word for it who has verified it already: the issuer he signed in with. Nothing is written
 * when nothing changed.
 */
export async function adoptRealName(
  owner: Pick<Actor, "userId" | "accountId">,
  told: RealName,
): Promise<Result<null>> {
  const owned = await ownedAccount(read(), owner);
  if (!owned.ok) return owned;
  const claim = normaliseRealName(told);
  const { row, profile } = owned.value;
  const same = row.kind === claim.kind && profile.idNo === claim.idNo && profile.realName === claim.name;
  if (same && row.realNameVerifiedAt !== null) return ok(null);
  const allowed = mayBecome(owned.value, claim, await holdingsOf(read(), row.id));
  if (!allowed.ok) return allowed;
  return isFormed(claim) ? save(owner, owned.value, claim, "issuer") : fail(refuseField("idNo", "idno-form"));
}

function save(
  actor: Pick<Actor, "userId">,
  account: OwnAccount,
  claim: RealName,
  source: "service" | "issuer",
): Promise<Result<null>> {
  const { row, profile } = account;
  return withTransaction(async (tx) => {
    // Opened or filed while the service was asked.
    const allowed = mayBecome(account, claim, await holdingsOf(tx, row.id));
    if (!allowed.ok) return allowed;
    const saved = await saveProfile(
      tx,
      account,
      { ...profile, realName: claim.name, idNo: claim.idNo },
      { kind: claim.kind, realNameVerifiedAt: clock().now() },
    );
    if (!saved.ok) return saved;
    await audit(tx, {
      actorId: actor.userId,
      action: "account.real-name-verified",
      object: row.id,
      outcome: "done",
      data: { kind: claim.kind, first: row.realNameVerifiedAt === null, source },
    });
    if (row.realNameVerifiedAt !== null)
      await sendAccountMessage(tx, { kind: "notice", notice: "realname-changed", userId: actor.userId });
    return ok(null);
  });
}

function mayBecome({ row, profile }: OwnAccount, claim: RealName, holdings: Holdings): Result<null> {
  if (holdings.openOrders > 0) return fail(refuseAccount("wrong_state", "open-order"));
  if (row.realNameVerifiedAt === null) return ok(null);
  if (row.kind === "unit" && claim.kind === "person")
    return fail(refuseAccount("wrong_state", "realname-unit-to-person"));
  if (row.kind === claim.kind && profile.idNo !== claim.idNo) {
    if (claim.kind === "person") return fail(refuseAccount("wrong_state", "realname-other-person"));
    if (holdings.filings > 0) return fail(refuseAccount("wrong_state", "realname-other-unit"));
  }
  return ok(null);
}

/** Has the number the form of its document? Units: the unified code where it has its length. */
function isFormed({ kind, certType, idNo }: RealName): boolean {
  if (kind === "unit") return idNo.length === 18 ? usccProblem(idNo) === null : idNo.length >= 4;
  const verdict = certType === null ? "form" : documentNumber(certType, idNo, isoDay(clock().now()));
  return verdict === "ok" || verdict === "old";
}
