import { z } from "zod";
import { CHECK_FILE_MAX_BYTES } from "@/lib/filing/guide/file/schema";
import { REFUSAL_STATUS } from "@/lib/filing/shared/refusal";
import { defineRoute } from "@/lib/http/define-route";
import { parseIsoTime } from "@/lib/messages/iso-time";
import { checkDocument } from "@/lib/usecases/check/check-document";

const query = z.strictObject({
  now: z
    .string()
    .refine((text) => parseIsoTime(text) !== undefined, "input.form")
    .optional(),
  lang: z.enum(["zh", "en"]).optional(),
});

/**
 * The check for scripts: body and answer are those of `npm run check`, without the envelope of other routes, so that a
 * script reads the same JSON from both. 200 whatever was found, 422 when the file is not what the schema describes.
 */
export const POST = defineRoute({
  name: "check.run",
  capability: "check.run",
  token: true,
  rate: { max: 60, perSeconds: 60 },
  maxBytes: CHECK_FILE_MAX_BYTES,
  query,
  body: z.unknown(),
  run: async (_actor, { body, query: { now, lang } }) => {
    const report = await checkDocument(body, { at: now === undefined ? undefined : parseIsoTime(now), lang });
    return Response.json(report, { status: "error" in report ? REFUSAL_STATUS.invalid : 200 });
  },
});
