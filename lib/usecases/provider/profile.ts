import "server-only";
import { z } from "zod";
import { type Db, read } from "@/db/client";
import { getSetting, putSetting } from "@/db/queries/settings";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { PROVINCES } from "@/lib/filing/policy/provinces";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { KeptProfile, NO_PROFILE, type ProfileChange, type ProviderProfile } from "@/lib/provider/profile";

const KEY = "provider.profile";
const Stored = z.strictObject({
  profile: KeptProfile,
  revision: z.int(),
  /** SHA-256 of the mark, in hex; null = the product's own seal. */
  mark: z.string().nullable(),
});
export type StoredProfile = z.infer<typeof Stored>;
const UNSET: StoredProfile = { profile: NO_PROFILE, revision: 0, mark: null };

/** What everybody may know of the provider: it stands on every page. */
export const currentProfile = (): Promise<StoredProfile> => profileIn(read());

/** Writes what changed with the next revision and its audit row. The audit names what, not the values. */
export async function storeProfile(
  tx: Tx,
  actor: Actor,
  next: Pick<StoredProfile, "profile" | "mark">,
  before: StoredProfile,
): Promise<number> {
  const revision = before.revision + 1;
  await putSetting(tx, KEY, { ...next, revision }, clock().now());
  const changed = Object.keys(next.profile).filter(
    (key) =>
      JSON.stringify(next.profile[key as keyof ProviderProfile]) !==
      JSON.stringify(before.profile[key as keyof ProviderProfile]),
  );
  if (next.mark !== before.mark) changed.push("mark");
  await audit(tx, {
    actorId: actor.userId,
    action: "provider.changed",
    outcome: "done",
    data: { revision, changed: changed.join(" ") },
  });
  return revision;
}

/** An administrator says who the provider is. Refusals: forbidden, invalid (unknown province), stale. */
export async function changeProfile(
  actor: Actor,
  { revision, ...profile }: ProfileChange,
): Promise<Result<{ revision: number }>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  if (!profile.dataCentres.every((code) => PROVINCES.some((province) => province.code === code)))
    return fail(refuse("invalid", { path: "dataCentres", reason: "provider.province" }));
  return withTransaction(async (tx) => {
    const before = await profileIn(tx);
    if (before.revision !== revision) return fail(refuse("stale", { reason: "provider.moved" }));
    return ok({ revision: await storeProfile(tx, actor, { profile, mark: before.mark }, before) });
  });
}

/** The profile as a connection, or a transaction, sees it. */
export const profileIn = (db: Db): Promise<StoredProfile> => getSetting(db, KEY, Stored, UNSET);
