import { z } from "zod";
import { defineRoute } from "@/lib/http/define-route";
import { IMPORT_KINDS, templateOf } from "@/lib/imports/kinds";

/** A file to fill in. */
export const GET = defineRoute({
  name: "import.template",
  capability: "import.run",
  query: z.strictObject({ kind: z.enum(IMPORT_KINDS) }),
  run: async (_actor, { query: { kind } }) =>
    new Response(templateOf(kind), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${kind}.csv"`,
      },
    }),
});
