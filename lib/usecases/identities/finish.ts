import "server-only";
import { read } from "@/db/client";
import type { Tx } from "@/db/transaction";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { FinishIdentity, JoinIdentity } from "@/lib/auth/identity-forms";
import { passwordFits } from "@/lib/auth/password";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { Locale } from "@/lib/messages/locales";
import { asksFactor } from "../accounts/factor";
import { mayMail, within } from "../accounts/limits";
import { addressOf, findLink, issueLink, spendLink } from "../accounts/links";
import { sendAccountMessage } from "../accounts/messages";
import { refuseAccount, refuseField } from "../accounts/reasons";
import { agreedTo, keepAgreed } from "../accounts/registration-consents";
import type { FirstStep } from "../accounts/second-step";
import { addUser, emailIndex, openAccount, userByEmail } from "../accounts/users";
import { addClaimedStaff } from "./add-claimed-staff";
import { enter } from "./enter";
import { addIdentity } from "./identity-store";
import { findOffer, type Offer, spendOffer } from "./offers";
import { staffRolesOf } from "./staff-roles";
import { takeRealName } from "./take-real-name";

/** In (or one step before it), and where to go then. */
export interface Finished {
  readonly step: FirstStep;
  readonly next: string;
}

/** What the browser brings: its offer, and who asks. */
export interface OfferHolder {
  readonly token: string | undefined;
  readonly userAgent: string | null;
}

const over = fail(refuseAccount("not_found", "identity-over"));

/** The address that counts as his: proven by a link of ours opened in this browser, else by the issuer. */
export async function provenAddress(offer: Offer, proof: string | null): Promise<string | null> {
  if (proof !== null) {
    const link = await findLink(read(), proof, "identity");
    return link?.changeId === offer.id ? addressOf(link) : null;
  }
  return offer.claims.emailVerified ? offer.claims.email : null;
}

async function spend(tx: Tx, holder: OfferHolder, proof: string | null): Promise<Offer | null> {
  if (proof !== null && (await spendLink(tx, proof, "identity")) === undefined) return null;
  return spendOffer(tx, holder.token ?? "");
}

async function finished(userId: string, holder: OfferHolder, offer: Offer): Promise<Result<Finished>> {
  const step = await enter(userId, holder.userAgent, offer.claims);
  return step.ok ? ok({ step: step.value, next: offer.next }) : step;
}

/** Somebody new: agrees to what every newcomer agrees to, and has an account under his proven address. */
export async function finishAsNewcomer(
  holder: OfferHolder,
  { proof, realName, locale, ...ticked }: FinishIdentity,
): Promise<Result<Finished>> {
  const offer = await findOffer(read(), holder.token);
  if (offer === null) return over;
  const email = await provenAddress(offer, proof);
  if (email === null) return over;
  const agreed = agreedTo(ticked);
  if (!agreed.ok) return agreed;
  const made = await withTransaction<Result<string>>(async (tx) => {
    if ((await spend(tx, holder, proof)) === null) return over;
    if (await userByEmail(tx, emailIndex(email))) return fail(refuseAccount("wrong_state", "address-taken"));
    if (offer.audience === "staff") {
      const added = await addClaimedStaff(tx, { claims: offer.claims, email });
      if (added.ok) await keepAgreed(tx, added.value, agreed.value);
      return added;
    }
    const userId = await addUser(tx, { email, locale, passwordHash: null });
    await keepAgreed(tx, userId, agreed.value);
    const accountId = await openAccount(tx, userId);
    await audit(tx, { actorId: userId, action: "account.registered", object: accountId, outcome: "done" });
    const { audience, claims } = offer;
    const added = await addIdentity(tx, {
      audience,
      who: claims,
      userId,
      rolesManaged: false,
      realNameAgreed: realName,
    });
    return added.ok ? ok(userId) : added;
  });
  if (!made.ok) return made;
  if (offer.audience === "customers" && realName) await takeRealName(made.value, offer.claims);
  return finished(made.value, holder, offer);
}

/** Somebody whom we know under that address: proves once that it is he, and the identity is his from now on. */
export async function joinExisting(
  holder: OfferHolder,
  { proof, password }: JoinIdentity,
): Promise<Result<Finished>> {
  const offer = await findOffer(read(), holder.token);
  if (offer === null) return over;
  const email = await provenAddress(offer, proof);
  if (email === null) return over;
  const limit = await within(`identity.join:${emailIndex(email)}`, 10, 900);
  if (!limit.ok) return limit;
  const user = await userByEmail(read(), emailIndex(email));
  if (proof === null && !(await passwordFits(user?.passwordHash ?? null, password)))
    return fail(refuseField("password", "password-wrong"));
  if (user?.status !== "active") return fail(refuseAccount("forbidden", "identity-blocked"));
  const staff = (await staffRolesOf(read(), user.id)).length > 0;
  // Somebody of the house under the customers' issuer, or a customer without a role under the staff's.
  if (staff !== (offer.audience === "staff")) return fail(refuseAccount("forbidden", "identity-staff"));
  const joined = await withTransaction<Result<null>>(async (tx) => {
    // A mailbox or a password is one factor, and the issuer's own second one is not his: he links it once he is in.
    if (await asksFactor(tx, user.id)) return fail(refuseAccount("forbidden", "identity-factor"));
    if ((await spend(tx, holder, proof)) === null) return over;
    const { audience, claims } = offer;
    return addIdentity(tx, {
      audience,
      who: claims,
      userId: user.id,
      rolesManaged: false,
      realNameAgreed: false,
    });
  });
  if (!joined.ok) return joined;
  return finished(user.id, holder, offer);
}

/** Sends a link that proves an address to this browser. The same work and answer whoever's it is. */
export async function mailProof(
  holder: OfferHolder,
  { email, locale }: { readonly email: string; readonly locale: Locale },
): Promise<Result<null>> {
  const offer = await findOffer(read(), holder.token);
  if (offer === null) return over;
  const limit = await mayMail(emailIndex(email));
  if (!limit.ok) return limit;
  return withTransaction(async (tx) => {
    const linkId = await issueLink(tx, { purpose: "identity", email, locale, changeId: offer.id });
    await sendAccountMessage(tx, { kind: "link", linkId });
    return ok(null);
  });
}
