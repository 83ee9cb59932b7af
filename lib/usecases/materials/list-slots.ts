import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { personById, serviceById } from "@/lib/filing/application/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { isEditable } from "@/lib/filing/lifecycle/states";
import { requiredMaterials } from "@/lib/filing/rules";
import type { RequiredMaterial, Side } from "@/lib/filing/rules/material-types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { loadRuleContext } from "../facts/load-facts";
import { loadOwnOrder, openDraft } from "../orders/store";
import { currentMaterials } from "./current-materials";

export interface FilledView {
  readonly materialId: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly documentDate: string | null;
  readonly addedAt: number;
  readonly thumbUrl: string;
  readonly fileUrl: string;
}

export interface SlotView {
  readonly code: string;
  readonly subject: string;
  /** Whose document: the unit's name, a person's name, a service's name; the applicant's own data. */
  readonly subjectLabel: string;
  readonly optional: boolean;
  readonly dated: boolean;
  readonly reason: string;
  readonly params: RequiredMaterial["params"];
  readonly source: string;
  readonly sides: readonly { readonly side: Side; readonly filled: FilledView | null }[];
}

export interface SlotsView {
  readonly orderId: string;
  readonly editable: boolean;
  readonly slots: readonly SlotView[];
  readonly limits: { readonly maxBytes: number; readonly maxMegapixels: number };
}

/** The slots an order asks for, each with what fills it. */
export async function listSlots(actor: Actor, input: { orderId: string }): Promise<Result<SlotsView>> {
  const own = await loadOwnOrder(read(), actor, input.orderId);
  if (!own.ok) return own;
  const draft = await openDraft(read(), own.value);
  if (!draft.ok) return draft;
  const { application } = draft.value;
  const context = await loadRuleContext(own.value, application);
  const filled = await currentMaterials(input.orderId);
  const { imageMaxBytes, maxPixels } = context.policy.provider.upload;
  return ok({
    orderId: input.orderId,
    editable: isEditable(own.value.snapshot.state),
    slots: requiredMaterials(context).map((slot) => viewOf(slot, application, filled)),
    limits: { maxBytes: imageMaxBytes, maxMegapixels: Math.floor(maxPixels / 1_000_000) },
  });
}

type Filled = Awaited<ReturnType<typeof currentMaterials>>[number];

function viewOf(slot: RequiredMaterial, app: ApplicationDraft, filled: readonly Filled[]): SlotView {
  const { code, subject, optional, dated, reason, params, source } = slot;
  const sides = slot.sides.map((side) => {
    const file = filled.find((item) => item.code === code && item.subject === subject && item.side === side);
    return { side, filled: file ? fileView(file) : null };
  });
  return {
    code,
    subject,
    subjectLabel: labelOf(app, subject),
    optional,
    dated,
    reason,
    params,
    source,
    sides,
  };
}

const fileView = ({ id, code: _code, subject: _subject, side: _side, ...rest }: Filled): FilledView => ({
  ...rest,
  materialId: id,
  thumbUrl: `/api/materials/${id}?thumb=1`,
  fileUrl: `/api/materials/${id}`,
});

function labelOf(app: ApplicationDraft, subject: string): string {
  const id = /\[([^\]]+)\]/.exec(subject)?.[1];
  if (id === undefined) return app.entity.name ?? "";
  return personById(app, id)?.name ?? serviceById(app, id)?.name ?? "";
}
