import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import { domainRegistry } from "@/lib/domains";
import type { Actor } from "@/lib/filing/access";
import type { Nature } from "@/lib/filing/application/codes";
import { policyAt } from "@/lib/filing/policy";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { openOrderOf } from "./preview-order";

export interface StartView {
  /** The order that is still open; then no other can be started. */
  readonly openOrderId: string | null;
  readonly kind: "unit" | "person";
  readonly natures: readonly Nature[];
  readonly domains: readonly string[];
}

/** What the first page of an order needs to know. */
export async function getStart({ accountId }: Actor): Promise<Result<StartView>> {
  if (accountId === null) return fail(refuse("forbidden"));
  const [account] = await read()
    .select({ kind: t.accounts.kind })
    .from(t.accounts)
    .where(eq(t.accounts.id, accountId));
  if (account === undefined) return fail(refuse("not_found"));
  return ok({
    openOrderId: await openOrderOf(accountId),
    kind: account.kind,
    natures: policyAt(clock().now()).provider.naturesEnabled,
    domains: (await domainRegistry().list(accountId)).map(({ domain }) => domain),
  });
}
