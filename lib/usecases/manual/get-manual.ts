import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import { type ApplicantId, type ManualSlot, manualSlots } from "@/lib/filing/manual/slots";
import type { ManualKind, ManualState } from "@/lib/filing/manual/states";
import { ok, type Result } from "@/lib/filing/shared/result";
import { open } from "@/lib/secrets";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOfBare, withElsewhere } from "../registry/elsewhere";
import { type FilingHead, headOf } from "../registry/get-filing";
import { loadOwnFiling } from "../registry/own-filing";
import { type CarriedOut, orderOf } from "./carry-out";
import { detailsOf, filesOf, type ManualRow, manualAad, manualKey } from "./store";

export interface FilledSlot extends ManualSlot {
  /** By side; null: nothing there yet. */
  readonly files: Readonly<Partial<Record<ManualSlot["sides"][number], string | null>>>;
}

export interface OwnManualRequest {
  readonly id: string;
  readonly version: number;
  readonly state: ManualState;
  readonly kind: ManualKind;
  readonly serviceNames: readonly string[];
  readonly since: number;
  readonly slots: readonly FilledSlot[];
  /** The order staff opened for it. */
  readonly order: CarriedOut | null;
  /** In the words of staff; null: not refused, or destroyed since. */
  readonly refused: string | null;
}

export interface ManualView {
  readonly filing: FilingHead;
  readonly holder: "person" | "unit";
  /** Needed with every request (DF §11.4); shown so that it can be told on the phone. */
  readonly accountId: string;
  /** Hours for the authority's own code, which goes to the filed phone all the same. */
  readonly smsHours: number;
  /** What can be asked for: filed and served here. */
  readonly services: readonly { readonly id: string; readonly name: string; readonly number: string }[];
  /** One request may name several of them. */
  readonly several: boolean;
  /** Newest first. */
  readonly requests: readonly OwnManualRequest[];
  /** What each kind of holder must show, before a request is begun. */
  readonly slotsOf: Readonly<Record<ApplicantId, readonly ManualSlot[]>>;
}

/** The manual path of a filing: what it asks for, and the account's requests; those of who had it before are not its. */
export async function getManual(actor: Actor, input: { entityId: string }): Promise<Result<ManualView>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, input.entityId);
  if (!own.ok) return own;
  const filing = withElsewhere(own.value, await elsewhereOfBare(db, input.entityId));
  const { row, registry } = filing;
  const { provider } = await currentPolicy();
  const served = registry.services.filter(({ access }) => access !== null).map(({ number }) => number);
  const holder = registry.entity?.document.entity.nature === NATURE_PERSON ? "person" : "unit";
  const rows = await db
    .select()
    .from(t.manualCancellations)
    .where(
      and(eq(t.manualCancellations.entityId, row.id), eq(t.manualCancellations.accountId, row.accountId)),
    )
    .orderBy(desc(t.manualCancellations.createdAt));
  const services = await db
    .select({ id: t.services.id, name: t.services.name, number: t.services.number })
    .from(t.services)
    .where(and(eq(t.services.entityId, row.id), inArray(t.services.number, served)))
    .orderBy(asc(t.services.number));
  const slots = (id: ApplicantId) => manualSlots(holder, id);
  return ok({
    ...{ filing: headOf(filing), holder, accountId: row.accountId, services },
    ...{ smsHours: provider.smsCodeValidHours, several: provider.cancel.serviceMayNameSeveral },
    requests: await Promise.all(rows.map((one) => requestOf(db, one))),
    slotsOf: {
      ...{ RESIDENT: slots("RESIDENT"), PASSPORT: slots("PASSPORT") },
      ...{ HK_MO: slots("HK_MO"), TAIWAN: slots("TAIWAN") },
    },
  });
}

async function requestOf(db: Db, row: ManualRow): Promise<OwnManualRequest> {
  const { id, version, state, kind, since } = row;
  const key = manualKey(row);
  const refused =
    key.ok && row.refusedEnc !== null
      ? open<string>(key.value, row.refusedEnc, manualAad(id, "refused"))
      : null;
  return {
    ...{ id, version, state, kind, since, refused },
    serviceNames: await namesOf(db, row.serviceIds),
    slots: await slotsOf(db, row),
    order: await orderOf(db, row),
  };
}

/** The places of a request with the file in each; none once it was destroyed. */
export async function slotsOf(db: Db, row: ManualRow): Promise<readonly FilledSlot[]> {
  const details = detailsOf(row);
  if (details === null) return [];
  const files = await filesOf(db, row.id);
  return manualSlots(details.holder, details.applicantId).map((one) => ({
    ...one,
    files: Object.fromEntries(
      one.sides.map((side) => [
        side,
        files.find((file) => file.slot === one.slot && file.side === side)?.id ?? null,
      ]),
    ),
  }));
}

export async function namesOf(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ name: t.services.name })
    .from(t.services)
    .where(inArray(t.services.id, [...ids]))
    .orderBy(asc(t.services.number));
  return rows.map(({ name }) => name);
}
