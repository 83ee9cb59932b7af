import { z } from "zod";
import { DraftSave, SectionKeySchema } from "@/lib/filing/application/section-schemas";
import { defineRoute } from "@/lib/http/define-route";
import { readDraftSection } from "@/lib/usecases/orders/read-draft-section";
import { saveDraft } from "@/lib/usecases/orders/save-draft";

const params = z.strictObject({ id: z.uuid() });

/** Autosave of one section. The answer's `version` is the next `baseVersion`. */
export const PUT = defineRoute({
  name: "order.draft.save",
  capability: "order.edit.own",
  params,
  body: DraftSave,
  rate: { max: 240, perSeconds: 60 },
  run: async (actor, { params, body }) => {
    const saved = await saveDraft(actor, { ...body, orderId: params.id });
    return saved.ok ? Response.json(saved.value) : saved;
  },
});

/** A section as it stands now, for the comparison after a conflict. */
export const GET = defineRoute({
  name: "order.draft.read",
  capability: "order.read.own",
  params,
  query: z.strictObject({ section: SectionKeySchema }),
  run: async (actor, { params, query }) => {
    const found = await readDraftSection(actor, { orderId: params.id, section: query.section });
    return found.ok ? Response.json(found.value) : found;
  },
});
