import { readUpTo } from "@/lib/http/body";
import { defineRoute } from "@/lib/http/define-route";
import { importHandover } from "@/lib/usecases/handover/import-handover";
import { CSV_MAX_BYTES } from "@/lib/usecases/handover/read-csv";

/** The authority's answers as a file: everything in it, or nothing. */
export const POST = defineRoute({
  name: "handover.import",
  capability: "handover.work",
  body: "stream",
  maxBytes: CSV_MAX_BYTES,
  rate: { max: 30, perSeconds: 60 },
  run: async (actor, { request }) => {
    const bytes = await readUpTo(request.body, CSV_MAX_BYTES);
    return bytes.ok ? importHandover(actor, bytes.value) : bytes;
  },
});
