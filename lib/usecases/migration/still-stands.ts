import "server-only";
import type { Tx } from "@/db/transaction";
import {
  givingConditions,
  leadPhone,
  refusalOfGiving,
  refusalOfTaking,
  takingConditions,
} from "@/lib/filing/migration/conditions";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { blindIndex } from "@/lib/secrets";
import { giverOf, heldFiling, takerOf } from "./standing";
import type { MigrationRow } from "./store";

/** Whether all is still true that was when the code was asked for: of both accounts, and the number it goes to. */
export async function stillStands(tx: Tx, row: MigrationRow): Promise<Result<null>> {
  const filing = await heldFiling(tx, row.entityId);
  const giving = refusalOfGiving(givingConditions(await giverOf(tx, filing)));
  if (giving !== null) return fail(giving);
  const taker = await takerOf(tx, filing, row.toAccountId);
  const taking = refusalOfTaking(takingConditions(taker, filing.registry), "giver");
  if (taking !== null) return fail(taking);
  return blindIndex("phone", leadPhone(filing.registry) ?? "") === row.phoneIdx
    ? ok(null)
    : fail(refuse("wrong_state", { reason: "migration.phone-changed" }));
}
