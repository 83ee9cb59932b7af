import { APPLICANTS } from "../../../lib/boot/seed/persona-data";
import { rows, userOf } from "../../support/state";
import type { Maker } from "./maker";
import { FILED } from "./personas";

/** Whose account becomes one of the same unit, and is named as the one that shall have the filing. */
const TAKER = "fresh-unit";

/** A request of who has something filed; the lead's code is still to be entered. Nothing may be open while it begins. */
export async function startMigration(maker: Maker): Promise<string> {
  const seed = APPLICANTS.find(({ id }) => id === FILED);
  if (seed === undefined) throw new Error("nobody has anything filed");
  const { realName: name, idNo } = seed.account;
  const verify = "app/console/account/actions.ts#verifyRealNameAction";
  await maker.does(TAKER, verify, { kind: "unit", name, certType: null, idNo });
  const accountOf = (persona: string) => {
    const sql = "SELECT account_id AS id FROM account_members WHERE user_id = ? AND role = 'owner'";
    return rows<{ id: string }>(maker.server, sql, userOf(maker.server, persona))[0]?.id ?? "";
  };
  const { migrationId = "" } = await maker.does(
    FILED,
    "app/console/filings/actions.ts#startMigrationAction",
    {
      entityId: maker.newest("entities", "account_id = ?", accountOf(FILED)),
      accountId: accountOf(TAKER),
    },
  );
  return migrationId;
}
