import { z } from "zod";
import { LETTER_CODES } from "@/lib/filing/policy/materials";
import { defineRoute } from "@/lib/http/define-route";
import { describeMaterial } from "@/lib/usecases/materials/describe-material";
import { readOwnFile } from "@/lib/usecases/materials/read-file";
import { removeMaterial } from "@/lib/usecases/materials/remove-material";
import { documentResponse } from "../document-response";

const params = z.strictObject({ id: z.uuid() });

export const GET = defineRoute({
  name: "material.read",
  capability: "material.read.own",
  params,
  query: z.strictObject({ thumb: z.literal("1").optional() }),
  run: async (actor, { params, query, request }) => {
    const range = request.headers.get("range");
    const file = await readOwnFile(actor, { materialId: params.id, thumb: query.thumb === "1", range });
    return file.ok ? documentResponse(file.value) : file;
  },
});

export const DELETE = defineRoute({
  name: "material.remove",
  capability: "material.upload.own",
  params,
  query: z.strictObject({ orderId: z.uuid() }),
  run: (actor, { params, query }) => removeMaterial(actor, { materialId: params.id, orderId: query.orderId }),
});

export const PATCH = defineRoute({
  name: "material.describe",
  capability: "material.upload.own",
  params,
  body: z.strictObject({
    orderId: z.uuid(),
    documentDate: z.iso.date().nullable().optional(),
    kind: z.enum(LETTER_CODES).optional(),
  }),
  run: (actor, { params, body }) => describeMaterial(actor, { materialId: params.id, ...body }),
});
