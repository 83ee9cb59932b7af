import { type Place, placeOf } from "@/lib/filing/application/draft-sections";
import type { AnswerPicture } from "../../materials/answer-pictures";
import type { CorrectionAnswer } from "../document/correction-answer";
import { hrefOf } from "./hrefs";

/** What a reviewer, the authority or the machine asked to correct. */
export interface CorrectionView {
  readonly id: string;
  /** Code of the rejection catalogue: `rejections.<code>`. */
  readonly code: string;
  readonly stage: "P" | "A" | "S";
  readonly target: string;
  readonly place: Place;
  /** Where it is mended. */
  readonly href: string;
  /** The reviewer's own words; null = the catalogue's suggestion. */
  readonly suggestion: string | null;
  /** Null: not answered yet, and in the way of submitting again. */
  readonly answer: CorrectionAnswer | null;
  readonly files: {
    /** Pictures that belong to the answer; they go with it when it is submitted. */
    readonly given: readonly AnswerPicture[];
    /** How many there may be, and how large each. */
    readonly most: number;
    readonly maxBytes: number;
  };
}

export interface CorrectionGroup {
  readonly place: Place;
  /** Name of the service or person it is about, when there is one. */
  readonly title: string | null;
  readonly items: readonly CorrectionView[];
}

export type CorrectionData = Omit<CorrectionView, "place" | "href">;

/** Corrections by the page they are mended on, in the order of the task list. */
export function groupCorrections(
  orderId: string,
  corrections: readonly CorrectionData[],
  titleOf: (place: Place) => string | null,
): readonly CorrectionGroup[] {
  const groups = new Map<Place, CorrectionView[]>();
  for (const correction of corrections) {
    const place = placeOf(correction.target);
    const view = { ...correction, place, href: hrefOfTarget(orderId, place, correction.target) };
    groups.set(place, [...(groups.get(place) ?? []), view]);
  }
  return [...groups].map(([place, items]) => ({ place, title: titleOf(place), items }));
}

/** The page a target is mended on; a document's own slot on the page of documents. */
function hrefOfTarget(orderId: string, place: Place, target: string): string {
  const [, code, subject] = /^materials\[([^:\]]+):(.+)\]$/.exec(target) ?? [];
  const page = hrefOf(orderId, place === "order" ? "entity" : place);
  if (code === undefined || subject === undefined) return `${page}?check=1`;
  return `${page}#slot-${code}-${subject.replace(/[^A-Za-z0-9]+/g, "-")}`;
}
