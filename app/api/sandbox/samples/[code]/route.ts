import { z } from "zod";
import { env } from "@/lib/env";
import { mediumOf } from "@/lib/filing/policy/materials";
import { MATERIAL_CODES } from "@/lib/filing/rules/material-types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail } from "@/lib/filing/shared/result";
import { defineRoute } from "@/lib/http/define-route";
import { sampleDocument, sampleFilm } from "@/lib/media/sample-document";

/** Sample pictures for newcomers to the sandbox, who have no documents at hand. */
export const GET = defineRoute({
  name: "sandbox.sample",
  capability: "material.upload.own",
  params: z.strictObject({ code: z.enum(MATERIAL_CODES) }),
  query: z.strictObject({ side: z.enum(["FRONT", "BACK", "SINGLE"]).default("SINGLE") }),
  run: async (_actor, { params, query }) => {
    if (env.MODE !== "sandbox") return fail(refuse("not_found"));
    const film = mediumOf(params.code) === "video";
    const body = film ? await sampleFilm() : await sampleDocument(params.code, query.side);
    return new Response(body, { headers: { "Content-Type": film ? "video/mp4" : "image/jpeg" } });
  },
});
