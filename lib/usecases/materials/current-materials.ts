import "server-only";
import { and, asc, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";

const filesOf = (orderId: string, which: SQL | undefined) =>
  read()
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
    .where(and(eq(t.materials.orderId, orderId), which))
    .orderBy(asc(t.materials.addedAt));

/** The files that fill an order's slots now, without the replaced ones. */
export const currentMaterials = (orderId: string) => filesOf(orderId, isNull(t.materials.replacedAt));

/** The files as they were submitted: what the applicant prepares since is nobody's business yet. */
export const submittedMaterials = (orderId: string, submittedAt: number) =>
  filesOf(
    orderId,
    and(
      lte(t.materials.addedAt, submittedAt),
      or(isNull(t.materials.replacedAt), gt(t.materials.replacedAt, submittedAt)),
    ),
  );
