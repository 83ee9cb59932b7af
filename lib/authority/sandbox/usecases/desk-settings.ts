import "server-only";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { type DeskSettings, loadSettings, storeSettings } from "../settings";
import { readStore } from "../store/client";
import { inStore } from "../store/transaction";
import { atDesk, logDesk } from "./officer";

export async function readDeskSettings(actor: Actor): Promise<Result<DeskSettings>> {
  const admitted = atDesk(actor);
  return admitted.ok ? ok(await loadSettings(readStore())) : admitted;
}

/** Applies from now on; notices already under way keep the delay they left with. */
export async function saveDeskSettings(actor: Actor, settings: DeskSettings): Promise<Result<DeskSettings>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  return inStore(async (tx) => {
    await storeSettings(tx, settings);
    await logDesk(tx, actor, "settings.save", null, clock().now());
    return ok(settings);
  });
}
