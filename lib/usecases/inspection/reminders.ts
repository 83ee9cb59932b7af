import "server-only";
import { z } from "zod";
import { type Tx, withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { decideInspection } from "@/lib/filing/inspection/machine";
import { remindersOf } from "@/lib/filing/inspection/time";
import type { Policy } from "@/lib/filing/policy/types";
import { ok } from "@/lib/filing/shared/result";
import { enqueue } from "@/lib/work/outbox";
import { findInspection, moveInspection, writeEvent } from "./store";
import { tellOwner } from "./tell";

const Payload = z.strictObject({ inspectionId: z.string(), deadline: z.number(), at: z.number() });

/** Plans what the clock says until a deadline. Another deadline has plans of its own, and makes these void. */
export async function planReminders(
  tx: Tx,
  inspectionId: string,
  deadline: number,
  { now, policy }: { readonly now: number; readonly policy: Policy },
): Promise<void> {
  for (const at of remindersOf(deadline, now, policy))
    await enqueue(tx, {
      topic: "inspection.remind",
      key: `inspection.remind:${inspectionId}:${deadline}:${at}`,
      payload: { inspectionId, deadline, at } satisfies z.infer<typeof Payload>,
      runAt: at,
    });
}

/** Topic `inspection.remind`. Mended, over, or with another deadline since: nothing to say. */
export async function run(raw: unknown): Promise<void> {
  const { inspectionId, deadline, at } = Payload.parse(raw);
  await withTransaction(async (tx) => {
    const found = await findInspection(tx, inspectionId);
    const now = clock().now();
    if (found === undefined || found.row.deadline !== deadline) return ok(null);
    const next = decideInspection(found.row, { type: "remind", byHand: false }, now);
    if (!next.ok) return ok(null);
    // What was to be said before the end is not said after it.
    if (at < deadline && now >= deadline) return ok(null);
    const over = at === deadline;
    const moved = await moveInspection(tx, found, found.row.version, next.value, now, { remindedAt: now });
    if (!moved.ok) return moved;
    const by = { kind: "system", userId: null } as const;
    await writeEvent(tx, found, { type: over ? "overdue" : "reminded", at: now, by });
    await tellOwner(tx, found, over ? "inspection_overdue" : "inspection_reminder");
    return ok(null);
  });
}
