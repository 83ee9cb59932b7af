import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { ownAccount } from "./own-account";

/** Whether the account is still to be verified, and as what the one who asks belongs to it; null: it is verified. */
export async function needsRealName(actor: Actor): Promise<"owner" | "member" | null> {
  const own = await ownAccount(read(), actor);
  return own.ok && own.value.row.realNameVerifiedAt === null ? own.value.role : null;
}
