import { asksFiledChecks } from "@/lib/filing/application/filed-checks";
import { sameRecord } from "@/lib/filing/application/identifiers/filing-number";
import { canTakeOver } from "@/lib/filing/application/take-over";
import { isAccess } from "@/lib/filing/guide/order-type";
import { caseOf } from "@/lib/filing/rules/case";
import type { FiledService } from "@/lib/filing/rules/facts";
import { otherFiledServices } from "@/lib/filing/rules/filed-services";
import type { RuleContext } from "@/lib/filing/rules/types";

/**
 * Filed services the organiser looks at before this order adds to them; none where the register tells of none. What the
 * order itself takes over is described on its own page.
 */
export const filedToCheck = (context: RuleContext): readonly FiledService[] =>
  asksFiledChecks(context.orderType) ? otherFiledServices(caseOf(context)) : [];

/** An access order whose services the register tells of: they are taken over, not typed. */
export const tellsFiled = ({ orderType, facts }: RuleContext): boolean =>
  isAccess(orderType) && (facts.registry?.filed?.services ?? []).length > 0;

/** What an access order may still take over: filed, not in it yet, and not served here. */
export const filedLeft = ({ orderType, facts, application }: RuleContext) => {
  if (!isAccess(orderType)) return [];
  const named = application.services.flatMap(({ serviceFilingNumber }) => serviceFilingNumber ?? []);
  return (facts.registry?.filed?.services ?? [])
    .filter(canTakeOver)
    .filter(({ number, accessHere }) => !accessHere && !named.some((one) => sameRecord(one, number)));
};
