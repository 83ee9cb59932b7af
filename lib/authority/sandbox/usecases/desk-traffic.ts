import "server-only";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { ok, type Result } from "@/lib/filing/shared/result";
import { readStore } from "../store/client";
import { inStore } from "../store/transaction";
import { loadTraffic, storeTraffic, type Traffic } from "../traffic";
import { atDesk, logDesk } from "./officer";

export async function readTraffic(actor: Actor): Promise<Result<Traffic>> {
  const admitted = atDesk(actor);
  return admitted.ok ? ok(await loadTraffic(readStore())) : admitted;
}

/** Breaks the line to the provider, or mends it. */
export async function saveTraffic(actor: Actor, traffic: Traffic): Promise<Result<Traffic>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  return inStore(async (tx) => {
    await storeTraffic(tx, traffic);
    await logDesk(tx, actor, "traffic.save", null, clock().now());
    return ok(traffic);
  });
}
