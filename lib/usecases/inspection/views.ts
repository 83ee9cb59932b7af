import "server-only";
import { and, asc, eq, inArray, max } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { OutlineField } from "@/lib/filing/application/outline";
import {
  FAILURES,
  fieldsFor,
  type InspectionFailure,
  type InspectionTarget,
} from "@/lib/filing/inspection/failures";
import { isOverdue } from "@/lib/filing/inspection/machine";
import {
  type InspectionEventType,
  type InspectionOrigin,
  type InspectionState,
  isInspectionOver,
} from "@/lib/filing/inspection/states";
import type { HeldService } from "@/lib/filing/registry/types";
import { entityValues, serviceValues } from "@/lib/filing/registry/values";
import { maskValue } from "@/lib/filing/shared/mask";
import type { Held } from "../registry/held";
import { type Inspection, textOf } from "./store";

/** One inspection in a list. */
export interface InspectionLine {
  readonly id: string;
  readonly entityId: string;
  readonly number: string;
  readonly unitName: string | null;
  readonly province: string;
  readonly failure: InspectionFailure;
  readonly target: InspectionTarget;
  /** Of a service, its lead or its domain. */
  readonly service: { readonly id: string; readonly number: string; readonly name: string } | null;
  readonly domain: string | null;
  readonly origin: InspectionOrigin;
  readonly state: InspectionState;
  readonly deadline: number;
  readonly overdue: boolean;
}

export interface InspectionStep {
  readonly seq: number;
  readonly type: InspectionEventType;
  readonly at: number;
  readonly kind: "applicant" | "staff" | "authority" | "system";
  /** Who of the staff; only staff read it. */
  readonly by: string | null;
  readonly deadline: number | null;
  readonly text: string | null;
  /** Number of the letter it began with. */
  readonly letter: string | null;
  readonly orderId: string | null;
}

type Joined = Inspection & { readonly service: { id: string; number: string; name: string } | null };

export function lineOf({ row, entity, service }: Joined, now: number): InspectionLine {
  const { id, failure, domain, origin, state, deadline } = row;
  return {
    ...{ id, failure, domain, origin, state, deadline, service },
    ...{ entityId: entity.id, number: entity.number, unitName: entity.unitName, province: entity.province },
    target: FAILURES[failure].target,
    overdue: !isInspectionOver(state) && isOverdue(row, now),
  };
}

/** Inspections with what they are about. */
export const joined = (db: Db) =>
  db
    .select({
      row: t.inspections,
      entity: t.entities,
      service: { id: t.services.id, number: t.services.number, name: t.services.name },
    })
    .from(t.inspections)
    .innerJoin(t.entities, eq(t.entities.id, t.inspections.entityId))
    .leftJoin(t.services, eq(t.services.id, t.inspections.serviceId))
    .$dynamic();

/** When the record came to whoever has it now; null: it was his from the beginning. */
async function movedAt(db: Db, entityId: string): Promise<number | null> {
  const { registryHistory: h } = t;
  const [row] = await db
    .select({ at: max(h.at) })
    .from(h)
    .where(and(eq(h.entityId, entityId), eq(h.change, "entity_moved")));
  return row?.at ?? null;
}

/**
 * What happened, oldest first. Staff read who of them did it; its owner reads only what was said by and to himself, not
 * what was between staff and who had the record before him.
 */
export async function stepsOf(db: Db, { row, entity }: Inspection, reader: "staff" | "owner") {
  const { inspectionEvents: e, users } = t;
  const named = reader === "staff";
  const since = named ? null : await movedAt(db, entity.id);
  const before = (at: number): boolean => since !== null && at <= since;
  const rows = await db.select().from(e).where(eq(e.inspectionId, row.id)).orderBy(asc(e.seq));
  const ids = named ? rows.flatMap(({ userId }) => userId ?? []) : [];
  const people = await db
    .select({ id: users.id, name: users.displayName })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return rows.map(
    (one): InspectionStep => ({
      ...{ seq: one.seq, type: one.type, at: one.at, kind: one.actorKind, deadline: one.deadline },
      by: one.actorKind === "staff" ? (people.find(({ id }) => id === one.userId)?.name ?? null) : null,
      text: before(one.at) ? null : textOf(entity, one),
      letter: one.type === "opened" ? row.letter : null,
      orderId: before(one.at) ? null : one.orderId,
    }),
  );
}

/** What is filed of what is said to be wrong; personal values masked. */
export function filedOf(
  { registry }: Held,
  failure: InspectionFailure,
  service: string | null,
): readonly OutlineField[] {
  const held = registry.services.find(({ number }) => number === service);
  if (held !== undefined && FAILURES[failure].target === "domain") return servedOf(held);
  const values =
    held === undefined
      ? registry.entity === null
        ? []
        : entityValues(registry.entity.document)
      : serviceValues(held.document);
  const wanted = fieldsFor(failure, { service: service !== null });
  return values
    .filter(({ path, values: said }) => wanted.includes(path) && said.length > 0)
    .map((field) =>
      field.sensitive
        ? { ...field, values: field.values.map((value) => maskValue(field.path, String(value))) }
        : field,
    );
}

/** Where a domain must lead, which stands in rows of its own. */
const servedOf = ({ domains, access }: HeldService): readonly OutlineField[] =>
  (
    [
      ["service.domain", domains],
      ["service.ips", access?.ips ?? []],
    ] as const
  )
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => ({ path: key, key, kind: "mono", values, sensitive: false }));
