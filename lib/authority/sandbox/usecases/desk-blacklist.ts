import "server-only";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import {
  addEntry,
  type BlacklistEntry,
  type BlacklistKind,
  type BlacklistRow,
  blacklistRows,
  removeEntry,
} from "../blacklist";
import { readStore } from "../store/client";
import { inStore } from "../store/transaction";
import { atDesk, logDesk } from "./officer";

export async function listBlacklist(actor: Actor): Promise<Result<readonly BlacklistRow[]>> {
  const admitted = atDesk(actor);
  return admitted.ok ? ok(await blacklistRows(readStore())) : admitted;
}

/** From now on nothing is filed for it; what is filed or under review already is not touched. */
export async function addToBlacklist(actor: Actor, entry: BlacklistEntry): Promise<Result<null>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  const now = clock().now();
  return inStore(async (tx) => {
    await addEntry(tx, entry, now);
    await logDesk(tx, actor, "blacklist.add", null, now);
    return ok(null);
  });
}

export async function removeFromBlacklist(
  actor: Actor,
  entry: { readonly kind: BlacklistKind; readonly key: string },
): Promise<Result<null>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  return inStore(async (tx) => {
    if (!(await removeEntry(tx, entry.kind, entry.key))) return fail(refuse("not_found"));
    await logDesk(tx, actor, "blacklist.remove", null, clock().now());
    return ok(null);
  });
}
