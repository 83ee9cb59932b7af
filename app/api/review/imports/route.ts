import { z } from "zod";
import { readUpTo } from "@/lib/http/body";
import { defineRoute } from "@/lib/http/define-route";
import { IMPORT_KINDS, IMPORT_MAX_BYTES } from "@/lib/imports/kinds";
import { confirmImport, previewImport } from "@/lib/usecases/imports/import-file";

const Query = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  /** Both together confirm what a dry run showed; without them it is the dry run. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  basis: z.union([z.uuid(), z.literal("none")]).optional(),
});

/** The raw file is the body, the same for the dry run and for the import it showed. */
export const POST = defineRoute({
  name: "import.file",
  capability: "import.run",
  query: Query,
  body: "stream",
  maxBytes: IMPORT_MAX_BYTES,
  rate: { max: 60, perSeconds: 600 },
  run: async (actor, { query: { kind, sha256, basis }, request }) => {
    const bytes = await readUpTo(request.body, IMPORT_MAX_BYTES);
    if (!bytes.ok) return bytes;
    return sha256 === undefined || basis === undefined
      ? previewImport(actor, { kind, bytes: bytes.value })
      : confirmImport(actor, { kind, bytes: bytes.value, sha256, basis });
  },
});
