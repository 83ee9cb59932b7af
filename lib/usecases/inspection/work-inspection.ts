import "server-only";
import { type Tx, withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import type {
  AnswerInspection,
  ExtendInspection,
  JudgeInspection,
  KnownInspection,
} from "@/lib/filing/inspection/form";
import { decideInspection, type InspectionCommand } from "@/lib/filing/inspection/machine";
import { endOfDay } from "@/lib/filing/inspection/time";
import type { Policy } from "@/lib/filing/policy/types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, type Result } from "@/lib/filing/shared/result";
import type { InspectionTold } from "@/lib/notify/events";
import { staffContext } from "../review/staff-context";
import { planReminders } from "./reminders";
import {
  type Happened,
  type Inspection,
  loadInspection,
  loadOwnInspection,
  moveInspection,
  writeEvent,
} from "./store";
import { tellOwner } from "./tell";

type Said = Pick<Happened, "type"> & Partial<Pick<Happened, "deadline" | "text">>;
type Ctx = { readonly now: number; readonly policy: Policy };

/** A command of staff: may it be, what is written and told, what more it takes. */
async function give(
  actor: Actor,
  { inspectionId, version }: KnownInspection,
  command: InspectionCommand,
  said: Said,
  told: InspectionTold | null,
  more: (tx: Tx, inspection: Inspection, ctx: Ctx) => Promise<void> = () => Promise.resolve(),
): Promise<Result<null>> {
  if (!can(actor, "inspection.work")) return fail(refuse("forbidden"));
  const staff = await staffContext(actor);
  if (!staff.ok) return staff;
  const { now } = staff.value;
  return withTransaction(async (tx) => {
    const found = await loadInspection(tx, actor, inspectionId);
    if (!found.ok) return found;
    const next = decideInspection(found.value.row, command, now);
    if (!next.ok) return next;
    const moved = await moveInspection(tx, found.value, version, next.value, now, {
      ...(said.deadline !== undefined && { deadline: said.deadline }),
      ...(command.type === "remind" && { remindedAt: now }),
      ...(command.type === "not_fixed" && { sentBack: true }),
    });
    if (!moved.ok) return moved;
    await writeEvent(tx, found.value, { ...said, at: now, by: { kind: "staff", userId: actor.userId } });
    if (told !== null) await tellOwner(tx, found.value, told, said.deadline);
    await more(tx, found.value, staff.value);
    await audit(tx, {
      ...{ actorId: actor.userId, action: `inspection.${said.type}`, object: inspectionId, outcome: "done" },
    });
    return moved;
  });
}

/** Once more, by hand. */
export const remindInspection = (actor: Actor, input: KnownInspection) =>
  give(actor, input, { type: "remind", byHand: true }, { type: "reminded" }, "inspection_reminder");

/** More time, with the reason. */
export function extendInspection(actor: Actor, input: ExtendInspection): Promise<Result<null>> {
  const deadline = endOfDay(input.until);
  const said = { type: "extended", deadline, text: input.reason } as const;
  return give(actor, input, { type: "extend", deadline }, said, "inspection_extended", (tx, { row }, ctx) =>
    planReminders(tx, row.id, deadline, ctx),
  );
}

/** What its owner says is mended is not, and why. */
export const sendBackInspection = (actor: Actor, input: JudgeInspection) =>
  give(
    actor,
    input,
    { type: "not_fixed" },
    { type: "not_fixed", text: input.reason },
    "inspection_not_fixed",
  );

/** Staff saw that it is right now, or should not have been opened. */
export const closeInspection = (actor: Actor, input: JudgeInspection) =>
  give(actor, input, { type: "close" }, { type: "closed", text: input.reason }, "inspection_closed");

/** The owner says what he did; staff look. */
export async function answerInspection(
  actor: Actor,
  { inspectionId, version, answer: text }: AnswerInspection,
): Promise<Result<null>> {
  const now = clock().now();
  return withTransaction(async (tx) => {
    const own = await loadOwnInspection(tx, actor, inspectionId);
    if (!own.ok) return own;
    const next = decideInspection(own.value.row, { type: "answer" }, now);
    if (!next.ok) return next;
    const moved = await moveInspection(tx, own.value, version, next.value, now);
    if (!moved.ok) return moved;
    const by = { kind: "applicant", userId: actor.userId } as const;
    await writeEvent(tx, own.value, { type: "answered", at: now, by, text });
    await audit(tx, {
      ...{ actorId: actor.userId, action: "inspection.answered", object: inspectionId, outcome: "done" },
    });
    return moved;
  });
}
