import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { changesBetween, type FieldChange, type GroupChange } from "@/lib/filing/application/changes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { outlineOf } from "@/lib/filing/application/outline";
import { maskValue } from "@/lib/filing/shared/mask";
import { currentMaterials, materialsAt } from "../materials/current-materials";

import { answersSent } from "./answers-sent";
import { type OrderRecord, openSubmission } from "./store";

export interface FileChange {
  readonly code: string;
  readonly subject: string;
  readonly title: string;
  readonly change: "changed" | "added" | "removed";
}

export interface AnswerAdded {
  readonly id: string;
  /** Code of the rejection catalogue. */
  readonly code: string;
  readonly pictures: number;
}

export interface ChangesView {
  /** The submitted round it is compared with. */
  readonly round: number;
  /** Personal values masked. */
  readonly groups: readonly GroupChange[];
  /** Documents that came, were replaced or taken away since that round, one line a slot. */
  readonly files: readonly FileChange[];
  /** Pictures given with answers since that round, by the rejection item they answer. */
  readonly answers: readonly AnswerAdded[];
}

/**
 * What an application says and shows otherwise than a submitted round did; null when there is no such round. `until`:
 * the round it is itself; left out while it is still being mended.
 */
export async function changesSince(
  order: OrderRecord,
  application: ApplicationDraft,
  round: number,
  until?: number,
): Promise<ChangesView | null> {
  if (round < 1) return null;
  const before = await openSubmission(read(), order, round);
  if (!before.ok) return null;
  const orderId = order.row.id;
  const since = await submittedAtOf(orderId, round);
  const end = until === undefined ? null : await submittedAtOf(orderId, until);
  const files = end === null ? await currentMaterials(orderId) : await materialsAt(orderId, end);
  const titles = new Map(outlineOf(application).map(({ subject, title }) => [subject, title]));
  return {
    round,
    groups: changesBetween(before.value, application).map((group) => ({
      ...group,
      fields: group.fields.map(masked),
    })),
    files: filesBetween(await materialsAt(orderId, since), files).map((file) => ({
      ...file,
      title: titles.get(file.subject) ?? "",
    })),
    answers: (await answersSent(orderId, end)).flatMap(({ id, code, pictures }) =>
      pictures === 0 ? [] : [{ id, code, pictures }],
    ),
  };
}

type Files = Awaited<ReturnType<typeof currentMaterials>>;

/** Slots by what became of their files. */
function filesBetween(before: Files, after: Files): readonly Omit<FileChange, "title">[] {
  const idsOf = (files: Files, slot: { code: string; subject: string }) =>
    files
      .filter(({ code, subject }) => code === slot.code && subject === slot.subject)
      .map(({ id }) => id)
      .sort()
      .join();
  const slots = new Map([...after, ...before].map((file) => [`${file.code} ${file.subject}`, file]));
  return [...slots.values()].flatMap(({ code, subject }) => {
    const [was, is] = [idsOf(before, { code, subject }), idsOf(after, { code, subject })];
    if (was === is) return [];
    return [{ code, subject, change: was === "" ? "added" : is === "" ? "removed" : "changed" } as const];
  });
}

async function submittedAtOf(orderId: string, round: number): Promise<number> {
  const [row] = await read()
    .select({ at: t.orderSubmissions.submittedAt })
    .from(t.orderSubmissions)
    .where(and(eq(t.orderSubmissions.orderId, orderId), eq(t.orderSubmissions.round, round)));
  return row?.at ?? 0;
}

function masked(field: FieldChange): FieldChange {
  if (!field.sensitive) return field;
  const shown = (values: FieldChange["after"]) => values.map((value) => maskValue(field.path, String(value)));
  return { ...field, before: shown(field.before), after: shown(field.after) };
}
