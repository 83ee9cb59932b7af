import { addNaturalDays } from "../policy/calendar";
import type { Policy } from "../policy/types";
import type { ServerRecord } from "../rules/facts";
import { type Refusal, refuse } from "../shared/refusal";
import { codeQuota, codesCounted, type IssuedCode } from "./quota";

/** What making a code on a server hangs on, in the order in which it is explained (DF §4.3). */
export const CODE_CONDITIONS = [
  "unit",
  "verified",
  "member",
  "kind",
  "mainland",
  "address",
  "prepaid",
  "remaining",
  "quota",
] as const;
export type CodeConditionId = (typeof CODE_CONDITIONS)[number];

export interface CodeCondition {
  readonly id: CodeConditionId;
  readonly met: boolean;
  readonly params: Readonly<Record<string, number>>;
  /** Where the condition is written. */
  readonly source: string;
}

export interface CodeMaking {
  readonly account: { readonly kind: "person" | "unit"; readonly verified: boolean; readonly owner: boolean };
  readonly server: ServerRecord;
  /** Codes that stand on the server already. */
  readonly issued: readonly IssuedCode[];
}

const S4 = "S4: 备案授权码";

/** Every condition with its verdict, met or not: people see the whole list, not the first obstacle. */
export function codeConditions(making: CodeMaking, at: number, policy: Policy): readonly CodeCondition[] {
  const { account, server, issued } = making;
  const { provider } = policy;
  const [months, days] = [provider.resourceMinPrepaidMonths, provider.resourceMinRemainingDays];
  const granted = provider.resourceQuota[server.kind].codes;
  const limit = codeQuota(server.kind, account.kind, policy);
  const used = codesCounted(issued, policy);
  const one = (
    id: CodeConditionId,
    met: boolean,
    params: CodeCondition["params"] = {},
    source = S4,
  ): CodeCondition => ({
    ...{ id, met, params, source },
  });
  return [
    one("unit", account.kind === "unit", {}, "S4: 备案授权码; T21: 备案授权码操作指引"),
    one("verified", account.verified),
    one("member", account.owner || provider.codesForSubAccounts),
    one("kind", granted > 0, { granted }, "S4: 备案授权码; T21: 备案云服务"),
    one("mainland", server.mainland),
    one("address", server.publicIp !== null),
    one("prepaid", server.prepaid && server.prepaidMonths >= months, { months }),
    one("remaining", server.expiresAt >= addNaturalDays(at, days), { days }),
    one("quota", used < limit, { used, limit }),
  ];
}

/** The refusal of a code that cannot be made: its first obstacle; null = it can. */
export function refusalOfMaking(conditions: readonly CodeCondition[]): Refusal | null {
  const obstacle = conditions.find(({ met }) => !met);
  return obstacle === undefined
    ? null
    : refuse("wrong_state", { reason: `lending.no-${obstacle.id}`, params: obstacle.params });
}
