import { z } from "zod";
import { defineRoute } from "@/lib/http/define-route";
import { downloadHandover } from "@/lib/usecases/handover/download-handover";

/** A submission to key in by hand, once somebody took it. */
export const GET = defineRoute({
  name: "handover.download",
  capability: "handover.work",
  params: z.strictObject({ sequence: z.coerce.number().int().positive().max(1e9) }),
  rate: { max: 30, perSeconds: 60 },
  run: async (actor, { params }) => {
    const file = await downloadHandover(actor, params);
    if (!file.ok) return file;
    return new Response(file.value.body, {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${file.value.name}"`,
      },
    });
  },
});
