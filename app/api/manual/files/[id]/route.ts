import { z } from "zod";
import { defineRoute } from "@/lib/http/define-route";
import { readOwnManualFile } from "@/lib/usecases/manual/read-manual-file";
import { documentResponse } from "../../../materials/document-response";

export const GET = defineRoute({
  name: "manual.read",
  capability: "material.read.own",
  params: z.strictObject({ id: z.uuid() }),
  run: async (actor, { params }) => {
    const file = await readOwnManualFile(actor, { fileId: params.id });
    return file.ok ? documentResponse(file.value) : file;
  },
});
