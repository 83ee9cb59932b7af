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
