"use server";

import { z } from "zod";
import { defineAction } from "@/lib/http/define-action";
import { nextOrder } from "@/lib/usecases/review/next-order";
import { filtersOfQuery, QUEUE_VIEWS } from "@/lib/usecases/review/queue-filters";
import { removeView, renameView, saveView } from "@/lib/usecases/review/saved-views";

const name = z.string().max(40);
const view = z.enum(QUEUE_VIEWS);
/** Filters as they stand in an address; what is no filter is dropped. */
const query = z.string().max(400);

export const saveViewAction = defineAction({
  name: "review.view.save",
  capability: "review.queue",
  input: z.strictObject({ name, view, query }),
  run: (actor, input) =>
    saveView(actor, { name: input.name, view: input.view, filters: filtersOfQuery(input.query) }),
});

export const renameViewAction = defineAction({
  name: "review.view.rename",
  capability: "review.queue",
  input: z.strictObject({ id: z.uuid(), name }),
  run: renameView,
});

export const removeViewAction = defineAction({
  name: "review.view.remove",
  capability: "review.queue",
  input: z.strictObject({ id: z.uuid() }),
  run: removeView,
});

export const nextOrderAction = defineAction({
  name: "review.next",
  capability: "review.claim",
  input: z.strictObject({ view, query, after: z.uuid().nullable() }),
  run: (actor, input) =>
    nextOrder(actor, { view: input.view, filters: filtersOfQuery(input.query), after: input.after }),
});
