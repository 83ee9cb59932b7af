import "server-only";
import { eq } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { type Actor, can } from "@/lib/filing/access";
import type { OutlineField } from "@/lib/filing/application/outline";
import { decideInspection, type InspectionCommand } from "@/lib/filing/inspection/machine";
import { isInspectionOver } from "@/lib/filing/inspection/states";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { heldOf } from "../registry/held";
import { staffContext } from "../review/staff-context";
import { choicesOf, type OrderChoice, type OrderedOrder, orderedFor } from "./order-cancellation";
import { loadInspection } from "./store";
import { filedOf, type InspectionLine, type InspectionStep, joined, lineOf, stepsOf } from "./views";

/** What staff may do with it, each with why not now (null: possible). */
export type DeskCommand = "remind" | "extend" | "not_fixed" | "close";

export interface InspectionDesk extends InspectionLine {
  readonly version: number;
  readonly accountId: string;
  readonly openedAt: number;
  readonly remindedAt: number | null;
  readonly notice: number | null;
  readonly letter: string | null;
  readonly filed: readonly OutlineField[];
  readonly steps: readonly InspectionStep[];
  readonly why: Readonly<Record<DeskCommand, Refusal | null>>;
  /** What could be ordered; nothing once it is over. */
  readonly choices: readonly OrderChoice[];
  readonly order: OrderedOrder | null;
  readonly smsHours: number;
  /** The first day it could be lengthened to. */
  readonly extendFrom: string;
}

/** The same line of a list with all that is known of it. */
export async function lineById(db: Db, id: string, now: number): Promise<InspectionLine> {
  const [found] = await joined(db).where(eq(t.inspections.id, id));
  if (found === undefined) throw new Error("an inspection of nothing");
  return lineOf(found, now);
}

/** Notes who of the staff reads what was said in it. */
async function recordLook(actor: Actor, id: string): Promise<void> {
  await withTransaction(async (tx) => {
    await audit(tx, {
      ...{ actorId: actor.userId, action: "inspection.viewed", object: id, outcome: "done" },
    });
    return ok(null);
  });
}

/** One inspection as staff work on it. Refusals: forbidden (also of one's own account), not_found. */
export async function getInspection(
  actor: Actor,
  input: { readonly inspectionId: string },
): Promise<Result<InspectionDesk>> {
  if (!can(actor, "inspection.work")) return fail(refuse("forbidden"));
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const { now, policy } = staff.value;
  const db = read();
  const found = await loadInspection(db, actor, input.inspectionId);
  if (!found.ok) return found;
  await recordLook(actor, found.value.row.id);
  const { row, entity } = found.value;
  const line = await lineById(db, row.id, now);
  const whyNot = (command: InspectionCommand): Refusal | null => {
    const next = decideInspection(row, command, now);
    return next.ok ? null : next.error;
  };
  const latest = Math.max(row.deadline, now);
  return ok({
    ...line,
    ...{ version: row.version, accountId: entity.accountId, openedAt: row.openedAt, notice: row.notice },
    ...{ remindedAt: row.remindedAt, letter: row.letter },
    filed: filedOf(await heldOf(db, entity), row.failure, line.service?.number ?? null),
    steps: await stepsOf(db, found.value, "staff"),
    why: {
      remind: whyNot({ type: "remind", byHand: true }),
      extend: whyNot({ type: "extend", deadline: latest + 1 }),
      not_fixed: whyNot({ type: "not_fixed" }),
      close: whyNot({ type: "close" }),
    },
    choices: isInspectionOver(row.state) ? [] : await choicesOf(db, actor, found.value, staff.value),
    order: await orderedFor(db, found.value),
    smsHours: policy.provider.smsCodeValidHours,
    extendFrom: dayOf(latest),
  });
}
