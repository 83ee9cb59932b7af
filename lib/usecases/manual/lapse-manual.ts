import "server-only";
import { eq, max } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { decideManual } from "@/lib/filing/manual/machine";
import { addNaturalDays } from "@/lib/filing/policy/calendar";
import { ok } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { moveManual } from "./store";
import { tellOfRequest } from "./tell";

const { manualCancellations: m, manualFiles: f } = t;

/**
 * Ends what was begun and never handed in, as long after its last document as a draft lasts: ID pictures that nobody
 * will look at are not kept. Swept rather than queued, so that it holds of older requests and of a changed setting.
 */
export async function lapseManual(): Promise<void> {
  const now = clock().now();
  const { draftValidityDays } = (await currentPolicy(now)).provider;
  const preparing = await read().select({ id: m.id }).from(m).where(eq(m.state, "PREPARING"));
  for (const { id } of preparing)
    await withTransaction(async (tx) => {
      const [row] = await tx.select().from(m).where(eq(m.id, id));
      if (row === undefined || addNaturalDays(await touchedAt(tx, row), draftValidityDays) > now)
        return ok(null);
      // Handed in meanwhile: it waits for staff now.
      const next = decideManual({ state: row.state, missing: 0 }, { type: "lapse" });
      if (!next.ok) return ok(null);
      const moved = await moveManual(tx, row, row.version, next.value);
      if (!moved.ok) return moved;
      await tellOfRequest(tx, row, "manual_lapsed");
      await audit(tx, { actorId: null, action: "manual.lapsed", object: id, outcome: "done" });
      return moved;
    });
}

async function touchedAt(
  tx: Tx,
  { id, since }: Pick<typeof m.$inferSelect, "id" | "since">,
): Promise<number> {
  const [file] = await tx
    .select({ at: max(f.createdAt) })
    .from(f)
    .where(eq(f.requestId, id));
  return Math.max(since, file?.at ?? 0);
}
