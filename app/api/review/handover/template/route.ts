import { defineRoute } from "@/lib/http/define-route";
import { handoverTemplate } from "@/lib/usecases/handover/import-handover";

/** A file with a line for every submission that waits for an answer. */
export const GET = defineRoute({
  name: "handover.template",
  capability: "handover.work",
  run: async (actor) => {
    const file = await handoverTemplate(actor);
    if (!file.ok) return file;
    return new Response(file.value, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="handover.csv"',
      },
    });
  },
});
