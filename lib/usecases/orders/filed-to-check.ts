import { asksFiledChecks } from "@/lib/filing/application/filed-checks";
import type { FiledService } from "@/lib/filing/rules/facts";
import type { RuleContext } from "@/lib/filing/rules/types";

/** Filed services the organiser looks at before this order adds to them; none where the register tells of none. */
export const filedToCheck = ({ orderType, facts }: RuleContext): readonly FiledService[] =>
  asksFiledChecks(orderType) ? (facts.registry?.filed?.services ?? []) : [];
