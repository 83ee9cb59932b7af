import "server-only";
import { asc, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { SubmissionPayload } from "@/lib/authority/gateway";
import { openFact } from "@/lib/authority/manual/seals";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { type OutlineGroup, outlineOf } from "@/lib/filing/application/outline";
import { doneLeads, numbered, reasonsFor, recordable } from "@/lib/filing/handover/machine";
import {
  type HandoverFact,
  type HandoverFactType,
  type HandoverState,
  isOpen,
} from "@/lib/filing/handover/records";
import { maskValue } from "@/lib/filing/shared/mask";
import { ok, type Result } from "@/lib/filing/shared/result";
import { hasPassword } from "../cancel/passwords";
import { atDesk, holderOf, mayKeyIn } from "./desk";

export interface HandoverEntry {
  readonly id: string;
  readonly fact: HandoverFact;
  readonly at: number;
  readonly by: string;
  readonly via: "form" | "file";
}

export interface HandoverDetail {
  readonly sequence: number;
  readonly version: number;
  readonly order: { readonly id: string; readonly number: string };
  readonly orderType: OrderType;
  readonly province: string;
  readonly state: HandoverState;
  readonly receivedAt: number;
  /** Who took it over; null while it waits in the tray. */
  readonly takenBy: string | null;
  /** What is somebody's own stands there whole; else masked. */
  readonly whole: boolean;
  /** A filing password goes with it; the reader may have it shown. */
  readonly password: boolean;
  /** To be keyed in. */
  readonly outline: readonly OutlineGroup[];
  readonly materials: SubmissionPayload["materials"];
  readonly leads: readonly { readonly personId: string; readonly name: string; readonly done: boolean }[];
  /** What an approval numbers: none where the organiser alone changes. */
  readonly services: readonly {
    readonly id: string;
    readonly kind: "WEBSITE" | "APP";
    readonly name: string;
    /** The number it is filed under and keeps; null: the authority gives one. */
    readonly number: string | null;
  }[];
  readonly knownEntity: string | null;
  readonly reasons: ReturnType<typeof reasonsFor>;
  readonly recordable: readonly HandoverFactType[];
  /** What was recorded, newest first. */
  readonly history: readonly HandoverEntry[];
}

const masked = (group: OutlineGroup): OutlineGroup => ({
  ...group,
  fields: group.fields.map((field) =>
    field.sensitive
      ? { ...field, values: field.values.map((value) => maskValue(field.path, String(value))) }
      : field,
  ),
});

/**
 * Everything to key in, and what was recorded so far. Values are whole for who took it over (and a supervisor), because
 * he copies them by hand into another system; for everybody else, and once the authority has answered, those that are
 * somebody's own are masked. Each look is audited.
 */
export async function readHandover(
  actor: Actor,
  { sequence }: { readonly sequence: number },
): Promise<Result<HandoverDetail>> {
  const found = await atDesk(read(), actor, sequence);
  if (!found.ok) return found;
  const { row, payload, handover, wrapped } = found.value;
  const holder = await holderOf(read(), sequence);
  const whole = isOpen(row.state) && mayKeyIn(actor, holder);
  await withTransaction(async (tx) => {
    const data = { whole, sequence };
    await audit(tx, {
      actorId: actor.userId,
      action: "handover.viewed",
      object: row.orderId,
      outcome: "done",
      data,
    });
    return ok(null);
  });
  const [order] = await read()
    .select({ id: t.orders.id, number: t.orders.number })
    .from(t.orders)
    .where(eq(t.orders.id, row.orderId));
  const records = await read()
    .select({ record: t.manualRecords, by: t.users.displayName })
    .from(t.manualRecords)
    .innerJoin(t.users, eq(t.users.id, t.manualRecords.userId))
    .where(eq(t.manualRecords.sequence, sequence))
    .orderBy(asc(t.manualRecords.id));
  const done = new Set(doneLeads(handover));
  return ok({
    sequence,
    version: row.version,
    order: order ?? { id: row.orderId, number: "" },
    orderType: row.orderType,
    province: row.province,
    state: row.state,
    receivedAt: row.receivedAt,
    takenBy: holder?.name ?? null,
    whole,
    password: whole && (await hasPassword(read(), row.orderId)),
    outline: whole ? outlineOf(payload.application) : outlineOf(payload.application).map(masked),
    materials: payload.materials,
    leads: payload.smsTo.map(({ personId, name }) => ({ personId, name, done: done.has(personId) })),
    services: numbered(handover).map(({ id, kind, keeps }) => ({
      ...{ id, kind, number: keeps },
      name: payload.application.services.find((one) => one.id === id)?.name ?? "",
    })),
    knownEntity: handover.knownEntity,
    reasons: reasonsFor(payload),
    recordable: recordable(row.state, row.orderType).filter((type) => type !== "downloaded"),
    history: records
      .map(({ record, by }) => ({
        id: record.id,
        fact: openFact(wrapped, sequence, record.bodyEnc),
        at: record.at,
        by: by ?? "?",
        via: record.via,
      }))
      .reverse(),
  });
}
