import "server-only";
import { asc, desc, isNull } from "drizzle-orm";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import { FAILURES, fitsTarget } from "@/lib/filing/inspection/failures";
import type { SendInspection } from "@/lib/filing/inspection/form";
import { endOfDay } from "@/lib/filing/inspection/time";
import { addNaturalDays, dayOf } from "@/lib/filing/policy/calendar";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { accessesOf } from "../accesses";
import { cancelFiling, orderInspection, reportConflict } from "../ending";
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

/** Tells the provider what is wrong with something it serves, and until when it must be mended. */
export async function sendInspection(
  actor: Actor,
  { number, failure, domain: asked, days }: SendInspection,
): Promise<Result<null>> {
  const admitted = atDesk(actor);
  if (!admitted.ok) return admitted;
  const now = clock().now();
  const place = parseFilingNumber(number)?.service;
  const { target } = FAILURES[failure];
  // Whose failure names no domain takes none, whatever stands in the form.
  const domain = target === "domain" ? asked : null;
  const named = { service: place !== undefined, domain: domain !== null };
  if (target !== "entity" && !fitsTarget(failure, named))
    return fail(refuse("invalid", { reason: "inspection.wrong-place" }));
  const deadline = endOfDay(dayOf(addNaturalDays(now, days)));
  return inStore(async (tx) => {
    if (!(await orderInspection(tx, { number, failure, domain, deadline }, now)))
      return fail(refuse("not_found"));
    await logDesk(tx, actor, "register.inspect", null, now);
    return ok(null);
  });
}
