import "server-only";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import {
  givingConditions,
  refusalOfGiving,
  refusalOfTaking,
  takingConditions,
} from "@/lib/filing/migration/conditions";
import { shownMigration } from "@/lib/filing/migration/states";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { giverOf, heldFiling, roleIn, takerOf } from "./standing";

/** A filed entity that another account offers to this one. */
export interface Offer {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly province: string;
  readonly services: number;
  /** The account that has it. */
  readonly from: string;
  readonly expiresAt: number;
  /** What stands in the way, here first; null: it can be accepted now. */
  readonly obstacle: Refusal | null;
  /** Only the owner answers. */
  readonly owner: boolean;
}

/** What is offered to the account the actor works for now. */
export async function listOffers({ accountId, userId }: Actor): Promise<readonly Offer[]> {
  if (accountId === null) return [];
  const db = read();
  const { filingMigrations: m } = t;
  const rows = await db
    .select()
    .from(m)
    .where(and(eq(m.toAccountId, accountId), eq(m.state, "OFFERED")))
    .orderBy(asc(m.id));
  const offered = rows.filter((row) => shownMigration(row, clock().now()) === "OFFERED");
  if (offered.length === 0) return [];
  const owner = (await roleIn(db, accountId, userId)) === "owner";
  return Promise.all(
    offered.map(async ({ id, version, entityId, fromAccountId: from, expiresAt }) => {
      const filing = await heldFiling(db, entityId);
      const taker = await takerOf(db, filing, accountId);
      const { number, province } = filing.row;
      return {
        ...{ id, version, number, province, from, expiresAt, owner },
        services: await servicesOf(db, entityId),
        obstacle:
          refusalOfTaking(takingConditions(taker, filing.registry), "taker") ??
          refusalOfGiving(givingConditions(await giverOf(db, filing))),
      };
    }),
  );
}

async function servicesOf(db: Db, entityId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(t.services)
    .where(and(eq(t.services.entityId, entityId), isNull(t.services.endedAt)));
  return row?.n ?? 0;
}
