import "server-only";
import { desc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { ImportKind } from "@/lib/imports/kinds";
import { systemSettings } from "@/lib/systems";
import { type SystemName, urlName } from "@/lib/systems/settings";
import type { ImportCounts } from "./import-file";

export interface PastImport extends ImportCounts {
  readonly id: string;
  readonly kind: ImportKind;
  readonly at: number;
  /** Null: the operator, by command. */
  readonly by: string | null;
}

const SHOWN = 50;

/** Files that were taken over, newest first. */
export async function listImports(actor: Actor): Promise<Result<readonly PastImport[]>> {
  if (!can(actor, "import.run")) return fail(refuse("forbidden"));
  const rows = await read()
    .select({ one: t.imports, by: t.users.displayName })
    .from(t.imports)
    .leftJoin(t.users, eq(t.users.id, t.imports.userId))
    .orderBy(desc(t.imports.id))
    .limit(SHOWN);
  return ok(
    rows.map(({ one: { id, kind, added, changed, removed, unchanged, at }, by }) => ({
      ...{ id, kind, added, changed, removed, unchanged, at },
      by,
    })),
  );
}

const SYSTEM_OF: Readonly<Record<ImportKind, SystemName | null>> = {
  customers: null,
  servers: "inventory",
  domains: "domains",
  businesses: "business",
};

/** The setting by which a system is asked for records of this kind, so that files of it are kept and not used; or null. */
export function askedInstead(kind: ImportKind): string | null {
  const system = SYSTEM_OF[kind];
  return system === null || systemSettings(system) === null ? null : urlName(system);
}
