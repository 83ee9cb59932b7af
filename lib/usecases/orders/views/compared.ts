import { type Place, placeOf } from "@/lib/filing/application/draft-sections";
import { type ComparedGroup, comparedWithFiled } from "@/lib/filing/rules/filed-comparison";
import type { RuleContext } from "@/lib/filing/rules/types";
import { maskValue } from "@/lib/filing/shared/mask";
import { maskName } from "./names";

/**
 * Typed beside filed, for people to read. What is filed was not typed by the reader: numbers and names of people are
 * masked, on the applicant's pages always, for staff unless they hold the order (`whole`).
 */
export function comparedFor(context: RuleContext, whole: boolean): readonly ComparedGroup[] {
  return comparedWithFiled(context).map((group) => ({
    ...group,
    fields: group.fields.map((field) => {
      const { path, sensitive, ofPerson } = field;
      const shown = (values: typeof field.values) =>
        values.map((value) => (sensitive ? maskValue(path, String(value)) : maskName(String(value))));
      if (whole || !(sensitive || ofPerson)) return field;
      return {
        ...field,
        values: sensitive ? shown(field.values) : field.values,
        filed: field.filed && shown(field.filed),
      };
    }),
  }));
}

/** Only what is asked on one page; groups of which nothing is left go. */
export const comparedOn = (groups: readonly ComparedGroup[], place: Place): readonly ComparedGroup[] =>
  groups
    .map((group) => ({ ...group, fields: group.fields.filter(({ path }) => placeOf(path) === place) }))
    .filter(({ fields }) => fields.length > 0);
