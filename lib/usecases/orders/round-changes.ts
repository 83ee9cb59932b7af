import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { changesBetween, type FieldChange, type GroupChange } from "@/lib/filing/application/changes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { outlineOf } from "@/lib/filing/application/outline";
import { maskValue } from "@/lib/filing/shared/mask";
import { currentMaterials } from "../materials/current-materials";
import { type OrderRecord, openSubmission } from "./store";

export interface ChangesView {
  /** The submitted round it is compared with. */
  readonly round: number;
  /** Personal values masked. */
  readonly groups: readonly GroupChange[];
  /** Documents uploaded after that round, one line a slot. */
  readonly files: readonly { readonly code: string; readonly subject: string; readonly title: string }[];
}

/** What an application says and shows otherwise than a submitted round did; null when there is no such round. */
export async function changesSince(
  order: OrderRecord,
  application: ApplicationDraft,
  round: number,
): Promise<ChangesView | null> {
  if (round < 1) return null;
  const before = await openSubmission(read(), order, round);
  const submittedAt = await submittedAtOf(order.row.id, round);
  if (!before.ok || submittedAt === undefined) return null;
  const titles = new Map(outlineOf(application).map(({ subject, title }) => [subject, title]));
  const added = (await currentMaterials(order.row.id)).filter(({ addedAt }) => addedAt > submittedAt);
  const slots = new Map(added.map(({ code, subject }) => [`${code} ${subject}`, { code, subject }]));
  return {
    round,
    groups: changesBetween(before.value, application).map((group) => ({
      ...group,
      fields: group.fields.map(masked),
    })),
    files: [...slots.values()].map((slot) => ({ ...slot, title: titles.get(slot.subject) ?? "" })),
  };
}

async function submittedAtOf(orderId: string, round: number): Promise<number | undefined> {
  const [row] = await read()
    .select({ at: t.orderSubmissions.submittedAt })
    .from(t.orderSubmissions)
    .where(and(eq(t.orderSubmissions.orderId, orderId), eq(t.orderSubmissions.round, round)));
  return row?.at;
}

function masked(field: FieldChange): FieldChange {
  if (!field.sensitive) return field;
  const shown = (values: FieldChange["after"]) => values.map((value) => maskValue(field.path, String(value)));
  return { ...field, before: shown(field.before), after: shown(field.after) };
}
