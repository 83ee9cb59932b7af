import { personById } from "@/lib/filing/application/access";
import type { OrderType } from "@/lib/filing/application/codes";
import type { ChangeBasis } from "@/lib/filing/change/basis";
import { changedByPlace, changedIn, changedParts } from "@/lib/filing/change/changed";
import { smsRequiredLeads } from "@/lib/filing/guide/order-type";
import type { RuleContext } from "@/lib/filing/rules/types";

/** What a change comes to. */
export interface ChangeSummary {
  /** Answers that are not as filed. */
  readonly changed: number;
  /** Who verifies by the authority's SMS once it is handed over, by name. */
  readonly verify: readonly string[];
  readonly stands: ChangeBasis["stands"];
  /** The organiser's part is left as it is filed. */
  readonly servicesOnly: boolean;
}

export function changeSummary({ application, orderType, facts }: RuleContext): ChangeSummary | null {
  const basis = facts.registry?.basis;
  if (basis === undefined) return null;
  const parts = changedIn(basis.application, application);
  const changed = parts.reduce((sum, { fields }) => sum + fields.length, 0);
  const leads = smsRequiredLeads(orderType, application, changedParts(basis.application, application));
  return {
    changed,
    verify: changed === 0 ? [] : leads.flatMap((id) => personById(application, id)?.name ?? []),
    stands: basis.stands,
    servicesOnly: orderType === "CHANGE_SERVICE",
  };
}

/** What the task list counts by. */
export function changeTasks({ application, orderType, facts }: RuleContext): {
  readonly change?: { readonly type: OrderType; readonly counts: Readonly<Record<string, number>> };
} {
  const basis = facts.registry?.basis;
  if (basis === undefined) return {};
  return { change: { type: orderType, counts: changedByPlace(changedIn(basis.application, application)) } };
}
