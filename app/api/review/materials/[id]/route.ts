import { z } from "zod";
import { defineRoute } from "@/lib/http/define-route";
import { readFileForReview } from "@/lib/usecases/materials/read-file";
import { documentResponse } from "../../../materials/document-response";

/** What the workbench shows: watermarked with who looks, each look in the audit. */
export const GET = defineRoute({
  name: "material.review",
  capability: "document.view",
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ thumb: z.literal("1").optional() }),
  run: async (actor, { params, query, request }) => {
    const range = request.headers.get("range");
    const file = await readFileForReview(actor, { materialId: params.id, thumb: query.thumb === "1", range });
    return file.ok ? documentResponse(file.value) : file;
  },
});
