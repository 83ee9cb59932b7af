import { z } from "zod";
import { defineRoute } from "@/lib/http/define-route";
import { dateMaterial } from "@/lib/usecases/materials/date-material";
import { readOwnFile } from "@/lib/usecases/materials/read-file";
import { removeMaterial } from "@/lib/usecases/materials/remove-material";
import { documentResponse } from "../document-response";

const params = z.strictObject({ id: z.uuid() });

export const GET = defineRoute({
  name: "material.read",
  capability: "material.read.own",
  params,
  query: z.strictObject({ thumb: z.literal("1").optional() }),
  run: async (actor, { params, query }) => {
    const file = await readOwnFile(actor, { materialId: params.id, thumb: query.thumb === "1" });
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
  name: "material.date",
  capability: "material.upload.own",
  params,
  body: z.strictObject({ orderId: z.uuid(), documentDate: z.iso.date().nullable() }),
  run: (actor, { params, body }) => dateMaterial(actor, { materialId: params.id, ...body }),
});
