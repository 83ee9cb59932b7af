import "server-only";
import { and, eq } from "drizzle-orm";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { afterTasks } from "@/lib/filing/after/tasks";
import type { Tick } from "@/lib/filing/after/tick";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { loadOwnService } from "./own-service";

/** Ticks a task as done, or takes the tick away. What is ticked already stays as it is, and says so no second time. */
export async function tickTask(actor: Actor, { serviceId, task, done }: Tick): Promise<Result<null>> {
  const { provinces, provider } = await currentPolicy();
  return withTransaction(async (tx) => {
    const own = await loadOwnService(tx, actor, serviceId);
    if (!own.ok) return own;
    const province = provinces[own.value.province];
    if (province === undefined) throw new Error("a filing of no province");
    const now = clock().now();
    const asked = afterTasks(own.value.service, { province, provider }, now);
    // The service ended, or the province asks otherwise by now: the page is older than that.
    if (!asked.some(({ id }) => id === task)) return fail(refuse("stale"));
    const { afterTasks: rows } = t;
    const changed = done
      ? await tx
          .insert(rows)
          .values({ serviceId, task, doneAt: now, doneBy: actor.userId })
          .onConflictDoNothing()
          .returning({ task: rows.task })
      : await tx
          .delete(rows)
          .where(and(eq(rows.serviceId, serviceId), eq(rows.task, task)))
          .returning({ task: rows.task });
    if (changed.length > 0) {
      const action = done ? "filing.task.done" : "filing.task.undone";
      await audit(tx, {
        ...{ actorId: actor.userId, action, object: serviceId, outcome: "done" },
        data: { task },
      });
    }
    return ok(null);
  });
}
