import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as t from "@/db/schema";
import type { FieldChange } from "@/lib/filing/application/changes";
import type { OrderType } from "@/lib/filing/application/codes";
import type { OutlineField } from "@/lib/filing/application/outline";
import type { EntityDocument, RegistryChange, ServiceDocument } from "@/lib/filing/registry/types";
import { entityValues, serviceValues } from "@/lib/filing/registry/values";
import { maskValue } from "@/lib/filing/shared/mask";
import { open } from "@/lib/secrets";
import { entityAad, serviceAad } from "./held";
import { historyAad } from "./history-writer";
import type { OwnFiling } from "./own-filing";

/** Whose doing it was: an order of this account, or the authority's own. */
export type SetBy =
  | {
      readonly kind: "order";
      readonly id: string;
      /** Null: the order belongs to another account of this console, or is gone. */
      readonly order: { readonly number: string; readonly type: OrderType } | null;
      readonly at: number;
    }
  | { readonly kind: "authority"; readonly notice: number | null; readonly at: number }
  /** Who had it, and gave it to another account. */
  | { readonly kind: "holder"; readonly at: number };

export interface HistoryLine {
  readonly seq: number;
  readonly change: RegistryChange["type"];
  readonly serviceId: string | null;
  /** Domain, package or addresses. */
  readonly about: string | null;
  readonly by: SetBy;
  /** What was changed; null for what was opened or ended. Personal values masked. */
  readonly value: FieldChange | null;
  /** What was filed with what was opened. */
  readonly opened: readonly OutlineField[];
}

/** Everything that happened to a record, oldest first. */
export async function historyOf(db: Db, filing: OwnFiling): Promise<readonly HistoryLine[]> {
  const rows = await db
    .select()
    .from(t.registryHistory)
    .where(eq(t.registryHistory.entityId, filing.row.id))
    .orderBy(asc(t.registryHistory.seq));
  const orders = await ordersOf(
    db,
    filing.row.accountId,
    rows.flatMap(({ orderId }) => orderId ?? []),
  );
  return rows.map((row): HistoryLine => {
    const { seq, change, serviceId, about, at, orderId, notice } = row;
    const by: SetBy =
      change === "entity_moved"
        ? { kind: "holder", at }
        : orderId === null
          ? { kind: "authority", notice, at }
          : { kind: "order", id: orderId, order: orders.get(orderId) ?? null, at };
    return { seq, change, serviceId, about, by, value: changeOf(filing, row), opened: openedOf(filing, row) };
  });
}

type Row = typeof t.registryHistory.$inferSelect;

function changeOf({ key, row }: OwnFiling, { change, seq, valueEnc }: Row): FieldChange | null {
  if (valueEnc === null || (change !== "entity_changed" && change !== "service_changed")) return null;
  const value = open<FieldChange>(key, valueEnc, historyAad(row.id, seq));
  const shown = (values: OutlineField["values"]) => masked({ ...value, values }).values;
  return { ...value, before: shown(value.before), after: shown(value.after) };
}

function openedOf({ key, row }: OwnFiling, { change, serviceId, valueEnc }: Row): readonly OutlineField[] {
  if (valueEnc === null) return [];
  const values =
    change === "entity_opened"
      ? entityValues(open<EntityDocument>(key, valueEnc, entityAad(row.id)))
      : change === "service_opened" && serviceId !== null
        ? serviceValues(open<ServiceDocument>(key, valueEnc, serviceAad(serviceId)))
        : [];
  return values.map(masked).filter(({ values: all }) => all.length > 0);
}

/** A personal value as its owner may see it: enough to recognise. */
const masked = (field: OutlineField): OutlineField =>
  field.sensitive
    ? { ...field, values: field.values.map((value) => maskValue(field.path, String(value))) }
    : field;

async function ordersOf(db: Db, accountId: string, ids: readonly string[]) {
  const found = await db
    .select({ id: t.orders.id, number: t.orders.number, type: t.orders.type, accountId: t.orders.accountId })
    .from(t.orders)
    .where(inArray(t.orders.id, [...new Set(ids)]));
  return new Map(
    found
      .filter((order) => order.accountId === accountId)
      .map(({ id, number, type }) => [id, { number, type }]),
  );
}

/** A value of today, and what set it: the last change of its place, or the opening. */
export interface FiledValue extends OutlineField {
  readonly by: SetBy;
  /** Set after the opening. */
  readonly changed: boolean;
}

/** Values with what set each; of the record itself, or of one of its services. */
export function setBy(
  values: readonly OutlineField[],
  lines: readonly HistoryLine[],
  serviceId: string | null,
): readonly FiledValue[] {
  const own = lines.filter((line) => line.serviceId === serviceId);
  const opening = own.find(({ change }) => change === "entity_opened" || change === "service_opened");
  if (opening === undefined) throw new Error("a filing without a beginning");
  return values
    .filter((field) => field.values.length > 0)
    .map((field) => {
      const last = own.findLast(({ value }) => value?.path === field.path);
      return { ...masked(field), by: (last ?? opening).by, changed: last !== undefined };
    });
}
