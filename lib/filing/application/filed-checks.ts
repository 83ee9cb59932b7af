import type { OrderType } from "./codes";
import type { ApplicationDraft, FiledCheckDraft } from "./draft";
import { newPartId, type RandomBytes } from "./edit";

/** What the organiser ticks for each filed service, in the order of the page (DF §15 B2). */
export const FILED_CHECKS = [
  "opens",
  "hasContent",
  "showsNumber",
  "titleFits",
  "natureFits",
  "showsCopyright",
] as const satisfies readonly (keyof FiledCheckDraft)[];

export type FiledCheck = (typeof FILED_CHECKS)[number];

/** The reason of rejection (DF §9) an open mark stands for: for the organiser's look and for the reviewer's alike. */
export const FILED_CHECK_REASONS: Readonly<Record<FiledCheck, string>> = {
  opens: "FILED_UNREACHABLE",
  hasContent: "FILED_EMPTY",
  showsNumber: "FOOTER_MISSING",
  titleFits: "TITLE_MISMATCH",
  natureFits: "FILED_NOT_MATCH_NATURE",
  showsCopyright: "FOOTER_COPYRIGHT",
};

/** What a reviewer saw of one filed service: each mark in order, or not. */
export type SiteMarks = Readonly<Partial<Record<FiledCheck, boolean>>>;

/** Orders that add to an entity: what stands under it already is looked at first. */
export const asksFiledChecks = (type: OrderType): boolean =>
  type.startsWith("NEW_SERVICE") || type.startsWith("ACCESS");

/** A row per filed service: what was ticked stays, a service filed meanwhile is added, one that is gone is dropped. */
export function filedChecks(
  { filedServices = [] }: Pick<ApplicationDraft, "filedServices">,
  numbers: readonly string[],
  random: RandomBytes,
): readonly FiledCheckDraft[] {
  return numbers.map(
    (number) =>
      filedServices.find((row) => row.number === number) ?? { id: newPartId("fil", random), number },
  );
}
