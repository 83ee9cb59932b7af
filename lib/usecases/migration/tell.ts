import "server-only";
import { eq } from "drizzle-orm";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { MigrationTold } from "@/lib/notify/events";
import { tellOfFiling } from "../system/tell-of-filing";
import type { MigrationRow } from "./store";

type About = Pick<MigrationRow, "entityId" | "fromAccountId" | "toAccountId" | "expiresAt">;

/** Owners answer requests: only they are asked, and told what became of them. */
export const tellOwner = (tx: Tx, about: About, accountId: string, event: MigrationTold): Promise<void> =>
  tell(tx, about, accountId, event, true);

/** Everybody of the account, where what they work with came or went. */
export const tellMembersOf = (tx: Tx, about: About, accountId: string, event: MigrationTold): Promise<void> =>
  tell(tx, about, accountId, event, false);

/** In the transaction of the event, like messages about orders; about no order, so each side keeps its own. */
async function tell(tx: Tx, about: About, accountId: string, event: MigrationTold, ownersOnly: boolean) {
  const [entity] = await tx
    .select({ number: t.entities.number })
    .from(t.entities)
    .where(eq(t.entities.id, about.entityId));
  const params = {
    filingNumber: entity?.number ?? "",
    ...{ from: about.fromAccountId, to: about.toAccountId, deadlineAt: about.expiresAt },
  };
  await tellOfFiling(tx, accountId, { event, params }, ownersOnly);
}
