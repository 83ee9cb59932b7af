import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import type { Nature } from "@/lib/filing/application/codes";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadAsker } from "../facts/account";
import { Sources } from "../facts/sources";
import { currentPolicy } from "../policy/current-policy";
import { provinceOfNumber } from "./document/known";
import { orderInTheWay } from "./open-orders";

export interface StartView {
  /** The order that must end before another can be started; null: one can be started now. */
  readonly openOrderId: string | null;
  readonly kind: "unit" | "person";
  /** Number of the certificate the account was verified with, and the province it was issued in. */
  readonly certNo: string | null;
  readonly province: string | null;
  readonly natures: readonly Nature[];
  readonly domains: readonly string[];
}

/** What the first page of an order needs to know. */
export async function getStart({ accountId }: Actor): Promise<Result<StartView>> {
  if (accountId === null) return fail(refuse("forbidden"));
  const { row, idNo } = await loadAsker(read(), accountId);
  const policy = await currentPolicy();
  return ok({
    openOrderId: await orderInTheWay(read(), accountId, policy),
    kind: row.kind,
    certNo: idNo,
    province: idNo === null ? null : provinceOfNumber(idNo, row.kind),
    natures: policy.provider.naturesEnabled,
    // Suggestions: without an answer there are none.
    domains: (await new Sources().domainsOf(accountId)).map(({ domain }) => domain),
  });
}
