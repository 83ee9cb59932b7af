import { z } from "zod";
import { manualSlotSchema } from "@/lib/filing/manual/form";
import { defineRoute } from "@/lib/http/define-route";
import { uploadManual } from "@/lib/usecases/manual/upload-manual";

async function* chunksOf(body: ReadableStream<Uint8Array> | null) {
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** A document of the manual path; the raw picture is the body. */
export const POST = defineRoute({
  name: "manual.upload",
  capability: "material.upload.own",
  params: z.strictObject({ id: z.uuid() }),
  query: manualSlotSchema,
  body: "stream",
  maxBytes: 64 * 1024 * 1024,
  rate: { max: 60, perSeconds: 600 },
  run: (actor, { params, query, request }) => {
    const announced = request.headers.get("content-length");
    const { slot, side, sha256 } = query;
    return uploadManual(actor, {
      requestId: params.id,
      ...{ slot, side },
      announced: { bytes: announced === null ? null : Number(announced), sha256 },
      body: chunksOf(request.body),
    });
  },
});
