import { z } from "zod";
import { MATERIAL_CODES } from "@/lib/filing/rules/material-types";
import { defineRoute } from "@/lib/http/define-route";
import { exampleSvg } from "@/lib/media/example-svg";

/** Line art of a good document, shown beside its upload slot. */
export const GET = defineRoute({
  name: "example.read",
  capability: "public",
  params: z.strictObject({ code: z.enum(MATERIAL_CODES) }),
  query: z.strictObject({ side: z.enum(["FRONT", "BACK", "SINGLE"]).default("SINGLE") }),
  run: async (_actor, { params, query }) =>
    new Response(exampleSvg(params.code, query.side), {
      headers: {
        "Content-Type": "image/svg+xml",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "public, max-age=86400",
      },
    }),
});
