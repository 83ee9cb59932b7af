import "server-only";
import { and, asc, eq, gt, isNull, lte, ne, or, type SQL } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { ANSWER_FILES } from "@/lib/filing/application/answer-files";

/** What the filing consists of; pictures of answers to rejection items are none of it. */
export const isDocument = ne(t.materials.code, ANSWER_FILES.code);
export const isAnswerPicture = eq(t.materials.code, ANSWER_FILES.code);

const filesOf = (orderId: string, which: SQL | undefined) =>
  read()
    .select({
      id: t.materials.id,
      code: t.materials.code,
      subject: t.materials.subject,
      side: t.materials.side,
      documentDate: t.materials.documentDate,
      addedAt: t.materials.addedAt,
      replacedAt: t.materials.replacedAt,
      mime: t.files.mime,
      bytes: t.files.bytes,
      width: t.files.width,
      height: t.files.height,
    })
    .from(t.materials)
    .innerJoin(t.files, eq(t.files.id, t.materials.fileId))
    .where(and(eq(t.materials.orderId, orderId), which))
    .orderBy(asc(t.materials.addedAt));

export type MaterialRow = Awaited<ReturnType<typeof filesOf>>[number];

/** Every document an order ever had in a slot, oldest first. */
export const allMaterials = (orderId: string) => filesOf(orderId, isDocument);

/** Every picture that belonged to an answer, oldest first; those taken out again among them. */
export const answerMaterials = (orderId: string) => filesOf(orderId, isAnswerPicture);

/** The files that fill an order's slots now, without the replaced ones. */
export const currentMaterials = (orderId: string) =>
  filesOf(orderId, and(isDocument, isNull(t.materials.replacedAt)));

/** The files that filled the slots at a moment: what a submission carried. */
export const materialsAt = (orderId: string, at: number) =>
  filesOf(
    orderId,
    and(
      isDocument,
      lte(t.materials.addedAt, at),
      or(isNull(t.materials.replacedAt), gt(t.materials.replacedAt, at)),
    ),
  );

/** Played, not looked at. */
export const isFilm = ({ mime }: Pick<MaterialRow, "mime">): boolean => mime.startsWith("video/");
