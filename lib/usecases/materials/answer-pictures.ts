import "server-only";
import { correctionOf } from "@/lib/filing/application/answer-files";
import { answerMaterials, type MaterialRow } from "./current-materials";

/** A picture beside the answer to a rejection item, as its owner sees it. */
export interface AnswerPicture {
  readonly materialId: string;
  readonly thumbUrl: string;
  readonly fileUrl: string;
}

/** The pictures beside each answer of an order, by item, oldest first; without those taken out again. */
export async function answerPictures(
  orderId: string,
): Promise<(correctionId: string) => readonly MaterialRow[]> {
  const kept = (await answerMaterials(orderId)).filter(({ replacedAt }) => replacedAt === null);
  return (correctionId) => kept.filter(({ subject }) => correctionOf(subject) === correctionId);
}

export const pictureView = ({ id }: MaterialRow): AnswerPicture => {
  const fileUrl = `/api/materials/${id}`;
  return { materialId: id, fileUrl, thumbUrl: `${fileUrl}?thumb=1` };
};
