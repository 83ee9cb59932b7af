import "server-only";
import { read } from "@/db/client";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { Claims } from "@/lib/identity/claims";
import type { Audience } from "@/lib/identity/settings";
import { refuseAccount } from "../accounts/reasons";
import type { FirstStep } from "../accounts/second-step";
import { emailIndex, userByEmail } from "../accounts/users";
import { addClaimedStaff } from "./add-claimed-staff";
import { enter } from "./enter";
import { addIdentity, type Identity, identityOf, touchIdentity } from "./identity-store";
import { keepOffer } from "./offers";
import { staffRolesOf, takeRoles } from "./staff-roles";
import { takeRealName } from "./take-real-name";

export interface IdentityRequest {
  readonly audience: Audience;
  /** Checked: signature, issuer, audience, times and nonce are the route's business (lib/auth/oidc). */
  readonly claims: Claims;
  readonly next: string;
  readonly userAgent: string | null;
  /** Who is signed in here and wants this identity as a further way in. */
  readonly link: { readonly actor: Actor; readonly realName: boolean } | null;
}

/** In, or in but for the second step; linked to who was in already; or known elsewhere only, and to finish on a page of ours. */
export type IdentityOutcome =
  | { readonly kind: "entered"; readonly step: FirstStep }
  | { readonly kind: "linked" }
  | { readonly kind: "offer"; readonly token: string };

/** Somebody comes with an issuer's word for who he is. Whether he may in, and as whom, is decided here and only here. */
export async function signInWithIdentity(request: IdentityRequest): Promise<Result<IdentityOutcome>> {
  const { audience, claims, link } = request;
  if (link !== null) return linkTo(link.actor, request, link.realName);
  const known = await identityOf(read(), audience, claims);
  if (known === undefined) return audience === "staff" ? newEmployee(request) : offer(request);
  if (known.status !== "active") return fail(refuseAccount("forbidden", "identity-blocked"));
  return comeBack(request, known.identity);
}

async function comeBack(request: IdentityRequest, identity: Identity): Promise<Result<IdentityOutcome>> {
  const { audience, claims } = request;
  const { userId } = identity;
  const settled = await withTransaction<Result<null>>(async (tx) => {
    // Asked again here: it may have been taken away meanwhile, or an administrator has given him another post.
    const now = await identityOf(tx, audience, claims);
    if (now?.identity.userId !== userId) return fail(refuseAccount("forbidden", "identity-unmapped"));
    await touchIdentity(tx, identity.id);
    return audience === "staff" && now.identity.rolesManaged ? takeRoles(tx, userId, claims.roles) : ok(null);
  });
  if (!settled.ok) return settled;
  const roles = await staffRolesOf(read(), userId);
  // Staff come by the staff's issuer, where several factors may be asked; customers' accounts do not open the queue.
  if (audience === "customers" && roles.length > 0) return fail(refuseAccount("forbidden", "identity-staff"));
  if (audience === "staff" && roles.length === 0)
    return fail(refuseAccount("forbidden", "identity-unmapped"));
  if (audience === "customers" && identity.realNameAgreedAt !== null) await takeRealName(userId, claims);
  return entered(userId, request);
}

async function entered(
  userId: string,
  { userAgent, claims }: IdentityRequest,
): Promise<Result<IdentityOutcome>> {
  const step = await enter(userId, userAgent, claims);
  return step.ok ? ok({ kind: "entered", step: step.value }) : step;
}

const offer = async ({ audience, claims, next }: IdentityRequest): Promise<Result<IdentityOutcome>> =>
  ok({ kind: "offer", token: await withTransaction((tx) => keepOffer(tx, { audience, claims, next })) });

/** Employees need no account of a customer's kind: a role says that they may, and a proven address who they are. */
async function newEmployee(request: IdentityRequest): Promise<Result<IdentityOutcome>> {
  const { claims } = request;
  const email = claims.emailVerified ? claims.email : null;
  const owner = email === null ? undefined : await userByEmail(read(), emailIndex(email));
  const invited = owner !== undefined && (await staffRolesOf(read(), owner.id)).length > 0;
  if (claims.roles.length === 0 && !invited) return fail(refuseAccount("forbidden", "identity-unmapped"));
  if (email === null || owner !== undefined) return offer(request);
  const added = await withTransaction((tx) => addClaimedStaff(tx, { claims, email }));
  if (!added.ok) return added;
  return entered(added.value, request);
}

async function linkTo(
  actor: Actor,
  { audience, claims }: IdentityRequest,
  realName: boolean,
): Promise<Result<IdentityOutcome>> {
  const realNameAgreed = realName && audience === "customers";
  const staff = (await staffRolesOf(read(), actor.userId)).length > 0;
  if (staff !== (audience === "staff")) return fail(refuseAccount("forbidden", "identity-staff"));
  const linked = await withTransaction((tx) =>
    addIdentity(tx, { audience, who: claims, userId: actor.userId, rolesManaged: false, realNameAgreed }),
  );
  if (!linked.ok) return linked;
  if (realNameAgreed) await takeRealName(actor.userId, claims);
  return ok({ kind: "linked" });
}
