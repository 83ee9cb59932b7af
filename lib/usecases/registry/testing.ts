import "server-only";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { setTestClocks } from "@/lib/clock/testing";
import type { Actor } from "@/lib/filing/access";
import { ENTITY } from "@/lib/filing/registry/testing";
import type { RegistryChange, RegistryEvent } from "@/lib/filing/registry/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { newId } from "@/lib/ids";
import { newDataKey, seal } from "@/lib/secrets";
import { changeRegistry } from "./change-registry";
import { heldByNumber } from "./held";

/** A database with two accounts and an authority that says what a test wants, second by second. */
export interface RegistryWorld {
  readonly accounts: readonly [string, string];
  /** As an order of the first account; without one (null), as a notice nobody asked for. */
  say(
    event: RegistryEvent,
    orderId?: string | null,
    accountId?: string,
  ): Promise<Result<readonly RegistryChange[]>>;
  /** Business time of what was said last. */
  at(): number;
  actor(account: 0 | 1): Actor;
  /** The only record of the first account. */
  entityId(): Promise<string>;
  dispose(): void;
}

const BEGIN = Date.parse("2026-11-24T10:00:00+08:00");

export async function registryWorld(): Promise<RegistryWorld> {
  const data = freshDatabase();
  setTestClocks(BEGIN);
  const accounts = [newId(), newId()] as const;
  let at = BEGIN;
  await withTransaction(async (tx) => {
    for (const id of accounts) {
      const { key, wrapped } = newDataKey();
      const profileEnc = seal(key, {}, `account:${id}`);
      await tx.insert(t.accounts).values({ id, kind: "unit", wrappedKey: wrapped, profileEnc, createdAt: 0 });
    }
    return ok(null);
  });
  return {
    accounts,
    say(event, orderId = "order-1", accountId = accounts[0]) {
      at += 1_000;
      const number = event.type === "approved" ? event.entityNumber : ENTITY;
      const cause = { orderId, notice: orderId === null ? 7 : null, accountId: orderId && accountId, at };
      return withTransaction(async (tx) =>
        ok(await changeRegistry(tx, await heldByNumber(tx, number), event, cause)),
      );
    },
    at: () => at,
    actor: (account) => ({
      ...{ userId: "user", roles: ["applicant"], sessionId: "session" },
      ...{ accountIds: [accounts[account]], accountId: accounts[account] },
    }),
    async entityId() {
      const rows = await read().select().from(t.entities);
      const [own] = rows.filter(({ accountId }) => accountId === accounts[0]);
      if (own === undefined) throw new Error("nothing filed");
      return own.id;
    },
    dispose: () => data.dispose(),
  };
}
