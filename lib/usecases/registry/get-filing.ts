import "server-only";
import { asc, eq } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { isShell } from "@/lib/filing/registry/ending";
import { type NextDate, nextDates } from "@/lib/filing/registry/next-dates";
import { type Caution, type WhyNot, whatCanBeDone } from "@/lib/filing/registry/possible";
import { type ServerMoved, serverMoved } from "@/lib/filing/registry/server-moved";
import type { HeldPackage, HeldService } from "@/lib/filing/registry/types";
import { entityValues, serviceValues } from "@/lib/filing/registry/values";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { Source } from "../facts/sources";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOfBare, withElsewhere } from "./elsewhere";
import { type FiledValue, type HistoryLine, historyOf, type SetBy, setBy } from "./history";
import { aroundOf, expiriesOf, loadOwnFiling, type OwnFiling } from "./own-filing";

type Road = (filing: OwnFiling, about: readonly HeldService[]) => string;
/** What it is about need not be typed. */
const newOrder: Road = (_filing, [service]) =>
  service === undefined
    ? "/console/orders/new"
    : `/console/orders/new?number=${encodeURIComponent(service.number)}`;
const cancelling =
  (type: "service" | "access"): Road =>
  ({ row, serviceIds }, about) =>
    `/console/filings/${row.id}/cancel?type=${type}${about
      .map(({ number }) => `&service=${serviceIds.get(number) ?? ""}`)
      .join("")}`;
const changing =
  (parts: string): Road =>
  ({ row, serviceIds }, [service]) =>
    `/console/filings/${row.id}/change?part=${parts}${serviceIds.get(service?.number ?? "") ?? ""}`;
/** The page orders of these types begin on today; a type without a road is not offered, whatever policy says. */
const ROADS: Partial<Record<OrderType, Road>> = {
  NEW_SERVICE_LOCAL: newOrder,
  ACCESS_SERVICE: newOrder,
  CANCEL_ENTITY: ({ row }) => `/console/filings/${row.id}/cancel?type=entity`,
  CANCEL_SERVICE: cancelling("service"),
  CANCEL_ACCESS: cancelling("access"),
  CHANGE_ENTITY: changing("entity"),
  CHANGE_FILING: changing("all"),
  CHANGE_SERVICE: changing(""),
};
/** What another type is for says nothing to somebody who looks at what he has. */
const UNTOLD: ReadonlySet<WhyNot> = new Set(["already-filed", "known-here", "served-here"]);

export interface FiledAction {
  readonly action: OrderType;
  /** Where it is done; null when it cannot be done now. */
  readonly href: string | null;
  readonly reason: WhyNot | null;
  readonly caution: Caution | null;
}

export interface FiledServiceRow {
  readonly id: string;
  readonly number: string;
  readonly kind: "WEBSITE" | "APP";
  readonly name: string;
  readonly domains: readonly string[];
  readonly packages: readonly HeldPackage[];
  readonly access: "here" | "none" | "ended";
  readonly filedAt: number;
}

export interface FilingHead {
  readonly id: string;
  readonly number: string;
  readonly province: string;
  /** The unit, or null for a person. */
  readonly unitName: string | null;
  readonly filedAt: number;
  readonly endedAt: number | null;
  readonly shell: boolean;
}

interface Doing {
  /** Systems that did not say what runs out. */
  readonly silent: readonly Source[];
  readonly actions: readonly FiledAction[];
  /** The order that must end first. */
  readonly openOrderId: string | null;
}

export interface FilingView extends Doing {
  readonly filing: FilingHead;
  readonly services: readonly FiledServiceRow[];
  readonly values: readonly FiledValue[];
  readonly dates: readonly NextDate[];
  readonly opened: SetBy;
  /** `YYYY-MM-DD`: what is before it has run out. */
  readonly today: string;
}

export interface FiledServiceView extends Doing {
  readonly filing: FilingHead;
  readonly service: FiledServiceRow;
  readonly endedAt: number | null;
  readonly values: readonly FiledValue[];
  readonly dates: readonly NextDate[];
  readonly opened: SetBy;
  readonly today: string;
  /** Since when it is served here and on what; the server's name while it is the account's own. */
  readonly access: {
    readonly since: number;
    readonly server: string | null;
    readonly ips: readonly string[];
  } | null;
  /** The server has another address than the filed one. */
  readonly moved: ServerMoved | null;
}

export const headOf = ({ row, registry }: OwnFiling): FilingHead => ({
  ...{ id: row.id, number: row.number, province: row.province, unitName: row.unitName },
  ...{ filedAt: row.filedAt, endedAt: row.endedAt, shell: isShell(registry) },
});

/** A filed record of the account: its card, its services, what runs out, and what can be done with it now. */
export async function getFiling(actor: Actor, input: { entityId: string }): Promise<Result<FilingView>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, input.entityId);
  if (!own.ok) return own;
  const filing = withElsewhere(own.value, await elsewhereOfBare(db, input.entityId));
  const { entity } = filing.registry;
  if (entity === null) throw new Error("a record that holds nothing");
  const lines = await historyOf(db, filing);
  const { today, ...doing } = await doingOf(db, filing, null);
  const { expiries, silent } = await expiriesOf(db, filing.row.accountId);
  return ok({
    ...doing,
    ...{ today, filing: headOf(filing) },
    services: (await rowsOf(db, filing)).map((row) => rowOf(row, filing, lines)),
    values: setBy(entityValues(entity.document), lines, null),
    ...{ dates: nextDates(filing.registry, expiries), silent },
    opened: openedBy(lines, null),
  });
}

/** One service of it. */
export async function getFiledService(
  actor: Actor,
  input: { entityId: string; serviceId: string },
): Promise<Result<FiledServiceView>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, input.entityId);
  if (!own.ok) return own;
  const filing = withElsewhere(own.value, await elsewhereOfBare(db, input.entityId));
  const row = (await rowsOf(db, filing)).find(({ id }) => id === input.serviceId);
  const held = row && filing.registry.services.find(({ number }) => number === row.number);
  if (row === undefined || held === undefined) return fail(refuse("not_found"));
  const lines = await historyOf(db, filing);
  const { today, ...doing } = await doingOf(db, filing, held);
  const { expiries, ips, silent } = await expiriesOf(db, filing.row.accountId);
  const dates = nextDates(filing.registry, expiries).filter(({ service }) => service === row.number);
  const since = lines.findLast((line) => line.serviceId === row.id && line.change === "access_opened")?.by.at;
  return ok({
    ...doing,
    ...{ today, filing: headOf(filing), service: rowOf(row, filing, lines), endedAt: row.endedAt, dates },
    ...{ silent, values: setBy(serviceValues(held.document), lines, row.id) },
    opened: openedBy(lines, row.id),
    access: held.access && {
      since: since ?? row.filedAt,
      server: expiries.servers[held.access.resourceId ?? ""]?.name ?? null,
      ips: held.access.ips,
    },
    moved: serverMoved(held, ips[held.access?.resourceId ?? ""] ?? null),
  });
}

export interface FilingHistoryView {
  readonly filing: FilingHead;
  readonly lines: readonly HistoryLine[];
  readonly services: readonly FiledServiceRow[];
}

/** What happened to a record and its services, oldest first, with what did it. */
export async function getFilingHistory(
  actor: Actor,
  input: { entityId: string },
): Promise<Result<FilingHistoryView>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, input.entityId);
  if (!own.ok) return own;
  const lines = await historyOf(db, own.value);
  const services = (await rowsOf(db, own.value)).map((row) => rowOf(row, own.value, lines));
  return ok({ filing: headOf(own.value), lines, services });
}

function openedBy(lines: readonly HistoryLine[], serviceId: string | null): SetBy {
  const [first] = lines.filter((line) => line.serviceId === serviceId);
  if (first === undefined) throw new Error("a filing without a beginning");
  return first.by;
}

async function doingOf(db: Db, filing: OwnFiling, service: HeldService | null) {
  const { openOrderId, ...around } = await aroundOf(db, filing.row.accountId);
  const actions = whatCanBeDone(filing.registry, service, around, await currentPolicy());
  const about = service === null ? [] : [service];
  const { today } = around;
  return { openOrderId, today, actions: actions.flatMap((one) => actionOf(one, filing, about)) };
}

export function actionOf(
  { action, reason, caution }: ReturnType<typeof whatCanBeDone>[number],
  filing: OwnFiling,
  about: readonly HeldService[],
): readonly FiledAction[] {
  // Services alone would be returned: the page says so, and takes the organiser along.
  if (action === "CHANGE_SERVICE" && reason === "lead-id-undated")
    return [{ action, href: changing("")(filing, about), reason: null, caution: null }];
  if (reason !== null) return UNTOLD.has(reason) ? [] : [{ action, href: null, reason, caution: null }];
  const href = ROADS[action]?.(filing, about) ?? null;
  return [
    { action, href, reason: href === null ? "not-offered" : null, caution: href === null ? null : caution },
  ];
}

type ServiceRow = typeof t.services.$inferSelect;
const rowsOf = (db: Db, { row }: OwnFiling): Promise<readonly ServiceRow[]> =>
  db
    .select()
    .from(t.services)
    .where(eq(t.services.entityId, row.id))
    .orderBy(asc(t.services.filedAt), asc(t.services.number));

function rowOf(row: ServiceRow, { registry }: OwnFiling, lines: readonly HistoryLine[]): FiledServiceRow {
  const held = registry.services.find(({ number }) => number === row.number);
  if (held === undefined) throw new Error("a service that is not held");
  const { id, number, kind, name, filedAt, endedAt } = row;
  const { ended, access, packages } = held;
  // What it had when it ended is still shown with it.
  const last = lines.filter(
    ({ change, serviceId, by }) => change === "domain_ended" && serviceId === id && by.at === endedAt,
  );
  const domains = ended ? last.flatMap(({ about }) => about ?? []) : held.domains;
  return {
    ...{ id, number, kind, name, filedAt, domains, packages },
    access: ended ? "ended" : access === null ? "none" : "here",
  };
}
