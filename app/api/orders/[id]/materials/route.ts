import { z } from "zod";
import { ANSWER_FILES } from "@/lib/filing/application/answer-files";
import { MATERIAL_CODES } from "@/lib/filing/rules/material-types";
import { defineRoute } from "@/lib/http/define-route";
import { uploadMaterial } from "@/lib/usecases/materials/upload-material";

const Query = z.strictObject({
  /** A document of the catalogue, or a picture for the answer to the rejection item that `subject` names. */
  code: z.enum([...MATERIAL_CODES, ANSWER_FILES.code]),
  subject: z.string().max(64),
  side: z.enum(["FRONT", "BACK", "SINGLE"]),
  date: z.iso.date().optional(),
  /** SHA-256 of the file as the browser read it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

async function* chunksOf(body: ReadableStream<Uint8Array> | null) {
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** The raw file is the body: no form encoding to buffer. The policy's own limit is applied while it streams. */
export const POST = defineRoute({
  name: "material.upload",
  capability: "material.upload.own",
  params: z.strictObject({ id: z.uuid() }),
  query: Query,
  body: "stream",
  maxBytes: 64 * 1024 * 1024,
  rate: { max: 120, perSeconds: 600 },
  run: (actor, { params, query, request }) => {
    const announced = request.headers.get("content-length");
    return uploadMaterial(actor, {
      orderId: params.id,
      code: query.code,
      subject: query.subject,
      side: query.side,
      documentDate: query.date ?? null,
      announced: { bytes: announced === null ? null : Number(announced), sha256: query.sha256 },
      body: chunksOf(request.body),
    });
  },
});
