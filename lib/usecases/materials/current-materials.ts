import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";

/** The files that fill an order's slots now, without the replaced ones. */
export function currentMaterials(orderId: string) {
  return read()
    .select({
      id: t.materials.id,
      code: t.materials.code,
      subject: t.materials.subject,
      side: t.materials.side,
      documentDate: t.materials.documentDate,
      addedAt: t.materials.addedAt,
      bytes: t.files.bytes,
      width: t.files.width,
      height: t.files.height,
    })
    .from(t.materials)
    .innerJoin(t.files, eq(t.files.id, t.materials.fileId))
    .where(and(eq(t.materials.orderId, orderId), isNull(t.materials.replacedAt)))
    .orderBy(asc(t.materials.addedAt));
}
