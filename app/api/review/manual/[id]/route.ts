import { z } from "zod";
import { defineRoute } from "@/lib/http/define-route";
import { readTicketFile } from "@/lib/usecases/manual/read-manual-file";
import { documentResponse } from "../../../materials/document-response";

/** What the desk of manual cancellations shows: watermarked with who looks, each look in the audit. */
export const GET = defineRoute({
  name: "manual.review",
  capability: "document.view",
  params: z.strictObject({ id: z.uuid() }),
  run: async (actor, { params }) => {
    const file = await readTicketFile(actor, { fileId: params.id });
    return file.ok ? documentResponse(file.value) : file;
  },
});
