import "server-only";
import { read } from "@/db/client";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { maskIdNo, maskPhone } from "@/lib/filing/shared/mask";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { accountNameOf } from "./account-name";
import { obstacleTo } from "./close-account";
import { newValueOf, pendingChange } from "./contact-changes";
import { membersOf } from "./members";
import { ownAccount } from "./own-account";
import type { AccountReason } from "./reasons";
import { holdingsOf } from "./standing";
import { emailOf, userById } from "./users";

export interface AccountView {
  /** What others bind codes to and name in a migration. */
  readonly id: string;
  readonly role: "owner" | "member";
  readonly email: string;
  readonly emailChange: { readonly to: string; readonly old: boolean; readonly new: boolean } | null;
  readonly kind: "person" | "unit";
  /** Null until verified. */
  readonly realName: { readonly name: string; readonly idNo: string; readonly at: number } | null;
  /** From when filings may be submitted, where a waiting time still runs. */
  readonly readyAt: number | null;
  readonly phone: string | null;
  readonly phoneChange: { readonly to: string; readonly old: boolean; readonly new: boolean } | null;
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly current: boolean }[];
  readonly members: number;
  readonly openOrders: number;
  /** Why it cannot be closed; null: it can. */
  readonly obstacle: AccountReason | null;
}

const HOUR_MS = 3_600_000;

/** One's own account and one's part in it, numbers masked. */
export async function getAccount(actor: Actor): Promise<Result<AccountView>> {
  const own = await ownAccount(read(), actor);
  if (!own.ok) return own;
  const { row, profile, role } = own.value;
  const user = await userById(read(), actor.userId);
  if (user === undefined) return fail(refuse("not_found"));
  const [email, phone] = [
    await pendingChange(read(), user.id, "email"),
    await pendingChange(read(), user.id, "phone"),
  ];
  const members = await membersOf(read(), row.id);
  const holdings = await holdingsOf(read(), row.id);
  const at = row.realNameVerifiedAt;
  const hours = (await currentPolicy()).provider.accountRealNameWaitHours[row.kind];
  const ready = at === null ? null : at + hours * HOUR_MS;
  return ok({
    id: row.id,
    role,
    email: emailOf(user),
    emailChange: email ? stateOf(email, newValueOf(email)) : null,
    kind: row.kind,
    realName: at === null ? null : { name: profile.realName, idNo: maskIdNo(profile.idNo), at },
    readyAt: ready !== null && ready > clock().now() ? ready : null,
    phone: profile.securityPhone === null ? null : maskPhone(profile.securityPhone),
    phoneChange: phone?.accountId === row.id ? stateOf(phone, maskPhone(newValueOf(phone))) : null,
    accounts: await Promise.all(
      actor.accountIds.map(async (id) => ({ id, name: await accountNameOf(id), current: id === row.id })),
    ),
    members: members.length,
    openOrders: holdings.openOrders,
    obstacle: obstacleTo(holdings, members.length),
  });
}

const stateOf = (
  change: { readonly oldConfirmedAt: number | null; readonly newConfirmedAt: number | null },
  to: string,
) => ({ to, old: change.oldConfirmedAt !== null, new: change.newConfirmedAt !== null });
