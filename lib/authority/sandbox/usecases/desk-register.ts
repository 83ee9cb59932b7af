import "server-only";
import { asc, desc, isNull } from "drizzle-orm";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { accessesOf } from "../accesses";
import { cancelFiling, reportConflict } from "../ending";
import { readStore } from "../store/client";
import * as t from "../store/schema";
import { inStore } from "../store/transaction";
import { atDesk, logDesk } from "./officer";

export interface RegisterRow {
  readonly number: string;
  /** Of a service: its own name; of a record: the organiser, a person's name masked. */
  readonly name: string;
  readonly kind: "ENTITY" | "WEBSITE" | "APP";
  readonly approvedAt: number;
  /** Codes of the providers that serve it; of a record none. */
  readonly providers: readonly string[];
}

const SHOWN = 100;

/** What is filed now, newest record first, each followed by its services. */
export async function listRegister(actor: Actor): Promise<Result<readonly RegisterRow[]>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  const entities = await readStore()
    .select()
    .from(t.registerEntities)
    .where(isNull(t.registerEntities.endedAt))
    .orderBy(desc(t.registerEntities.approvedAt))
    .limit(SHOWN);
  const services = await readStore()
    .select()
    .from(t.registerServices)
    .where(isNull(t.registerServices.endedAt))
    .orderBy(asc(t.registerServices.number));
  const served = await accessesOf(
    readStore(),
    services.map(({ number }) => number),
  );
  return ok(
    entities.flatMap(({ number: record, publicName, approvedAt }): RegisterRow[] => [
      { number: record, name: publicName, kind: "ENTITY", approvedAt, providers: [] },
      ...services
        .filter(({ entityNumber }) => entityNumber === record)
        .map(({ contentsEnc: _sealed, ...service }) => ({
          ...service,
          providers: served.get(service.number) ?? [],
        })),
    ]),
  );
}

/** What the authority says about a filing though nobody asked. */
export async function sendUnasked(
  actor: Actor,
  input: { readonly number: string; readonly what: "cancelled" | "ORGANIZER_CONFLICT" | "DOMAIN_CONFLICT" },
): Promise<Result<null>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  const { number, what } = input;
  const now = clock().now();
  return inStore(async (tx) => {
    const known =
      what === "cancelled"
        ? await cancelFiling(tx, number, now)
        : await reportConflict(tx, number, what, now);
    if (!known) return fail(refuse("not_found"));
    await logDesk(tx, actor, what === "cancelled" ? "register.cancel" : "register.conflict", null, now);
    return ok(null);
  });
}
