import { z } from "zod";
import { env } from "@/lib/env";
import { MATERIAL_CODES } from "@/lib/filing/rules/material-types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail } from "@/lib/filing/shared/result";
import { defineRoute } from "@/lib/http/define-route";
import { sampleDocument } from "@/lib/media/sample-document";

/** Sample pictures for newcomers to the sandbox, who have no documents at hand. */
export const GET = defineRoute({
  name: "sandbox.sample",
  capability: "material.upload.own",
  params: z.strictObject({ code: z.enum(MATERIAL_CODES) }),
  query: z.strictObject({ side: z.enum(["FRONT", "BACK", "SINGLE"]).default("SINGLE") }),
  run: async (_actor, { params, query }) => {
    if (env.MODE !== "sandbox") return fail(refuse("not_found"));
    return new Response(await sampleDocument(params.code, query.side), {
      headers: { "Content-Type": "image/jpeg" },
    });
  },
});
