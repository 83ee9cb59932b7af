import { asksFiledChecks, type FiledCheck, type SiteMarks } from "../application/filed-checks";
import { sameRecord } from "../application/identifiers/filing-number";
import { caseOf } from "./case";
import { filedMarks, filedServicesOf } from "./filed-services";
import type { RuleContext } from "./types";

/** A filed service a reviewer goes through before the order may pass, with the marks that are asked of it. */
export interface SiteToCheck {
  /** Its row in the document. */
  readonly partId: string;
  readonly number: string;
  readonly marks: readonly FiledCheck[];
}

/**
 * The same list the organiser ticked (DF §15 B2), for whoever reviews him. Left out are services that will be cancelled
 * first, and those of whose kind nothing is asked. What the register does not tell is looked at as a website is.
 */
export function sitesToCheck(ctx: RuleContext): readonly SiteToCheck[] {
  const c = caseOf(ctx);
  if (!asksFiledChecks(c.orderType)) return [];
  const known = filedServicesOf(c);
  return (c.application.filedServices ?? []).flatMap(({ id, number = "", cancelFirst }) => {
    const filed = known.find((service) => sameRecord(service.number, number));
    const marks = filedMarks(c, filed?.kind ?? "WEBSITE");
    return cancelFirst === true || marks.length === 0 ? [] : [{ partId: id, number, marks }];
  });
}

/** Whether every mark asked for was answered, one way or the other. */
export const isChecked = ({ marks }: SiteToCheck, seen: SiteMarks | undefined): boolean =>
  seen !== undefined && marks.every((mark) => seen[mark] !== undefined);

/** The marks that are not in order. */
export const badMarks = ({ marks }: SiteToCheck, seen: SiteMarks | undefined): readonly FiledCheck[] =>
  marks.filter((mark) => seen?.[mark] === false);
