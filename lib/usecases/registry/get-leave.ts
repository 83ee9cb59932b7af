import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Db, read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { OrderType } from "@/lib/filing/application/codes";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import {
  type LeaveAdvice,
  type LeaveShape,
  type Wish,
  whichCancellation,
} from "@/lib/filing/guide/cancellation";
import { type Compared, type ComparedRow, comparison } from "@/lib/filing/guide/cancellation-table";
import type { OwnWish } from "@/lib/filing/guide/leave-case";
import { slugOfObstacle } from "@/lib/filing/guide/obstacle-slug";
import { OBSTACLE_OF_ANSWER } from "@/lib/filing/guide/obstacles";
import { isCancellation } from "@/lib/filing/lifecycle/life";
import { possibilitiesOf } from "@/lib/filing/lifecycle/possibilities";
import type { Policy } from "@/lib/filing/policy/types";
import { type Consequences, consequencesOf } from "@/lib/filing/registry/consequences";
import { type WhyNot, whatCanBeDone } from "@/lib/filing/registry/possible";
import type { Registry } from "@/lib/filing/registry/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { decisionContext } from "../orders/context";
import { loadOwnOrder } from "../orders/store";
import { elsewhereOf, withElsewhere } from "./elsewhere";
import { actionOf, type FilingHead, headOf } from "./get-filing";
import { aroundOf, loadOwnFiling, type OwnFiling } from "./own-filing";

export interface LeaveServiceRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: "WEBSITE" | "APP";
  readonly domains: readonly string[];
}

export interface LeaveAnswerView extends LeaveAdvice {
  /** Where it is done or explained; null: nowhere here, and `why` says why where an order would do it. */
  readonly href: string | null;
  readonly why: WhyNot | null;
  readonly names: readonly string[];
}

export interface LeaveView {
  readonly filing: FilingHead;
  readonly person: boolean;
  readonly services: readonly LeaveServiceRow[];
  readonly openOrderId: string | null;
  readonly table: Readonly<Record<Compared, ComparedRow>>;
  readonly asked: OwnWish | null;
  /** Null: nothing asked, or not which service. */
  readonly advice: LeaveAnswerView | null;
  /** Of the order advised, for what it is about; null: it cancels nothing. */
  readonly consequences: Consequences | null;
}

/** A filed record of the account and what somebody wants of it gone: which cancellation, or what else; of an ended one nothing. */
export async function getLeave(
  actor: Actor,
  input: { entityId: string; wish: OwnWish | null },
): Promise<Result<LeaveView>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, input.entityId);
  if (!own.ok) return own;
  const filing = withElsewhere(own.value, await elsewhereOf(db, input.entityId));
  const { registry, row } = filing;
  const [rows, around] = [await standing(db, filing), await aroundOf(db, row.accountId)];
  const { policy, ...ctx } = await decisionContext(actor, "applicant");
  const shape = shapeOf(
    registry,
    await openOrderOf(db, actor, around.openOrderId, { ...ctx, policy }),
    policy,
  );
  const over = row.endedAt !== null || (input.wish?.gone === "order" && around.openOrderId === null);
  const wish = over ? null : input.wish && wishOf(input.wish, rows);
  const advice = wish && whichCancellation(shape, wish);
  return ok({
    ...{ filing: headOf(filing), person: shape.person, services: rows, asked: over ? null : input.wish },
    ...{ openOrderId: around.openOrderId, table: comparison(policy) },
    advice: advice && {
      ...advice,
      ...roadOf(filing, advice, around, policy),
      names: rows.filter(({ number }) => advice.services.includes(number)).map(({ name }) => name),
    },
    consequences: advice && consequences(registry, advice, policy),
  });
}

async function standing(db: Db, { row, registry }: OwnFiling): Promise<readonly LeaveServiceRow[]> {
  const rows = await db
    .select({ id: t.services.id, number: t.services.number, name: t.services.name, kind: t.services.kind })
    .from(t.services)
    .where(and(eq(t.services.entityId, row.id), isNull(t.services.endedAt)))
    .orderBy(asc(t.services.filedAt), asc(t.services.number));
  return rows.map((one) => ({
    ...one,
    domains: registry.services.find(({ number }) => number === one.number)?.domains ?? [],
  }));
}

const wishOf = ({ serviceIds, ...wish }: OwnWish, rows: readonly LeaveServiceRow[]): Wish => ({
  ...wish,
  services: rows.filter(({ id }) => serviceIds.includes(id)).map(({ number }) => number),
});

function shapeOf(registry: Registry, openOrder: LeaveShape["openOrder"], policy: Policy): LeaveShape {
  const entity = registry.entity?.document.entity ?? {};
  return {
    where: "here",
    openOrder,
    person: entity.nature === NATURE_PERSON,
    personToUnit: policy.provinces[entity.province ?? ""]?.advice.personToUnit ?? "UNSPECIFIED",
    services: [
      ...registry.services
        .filter(({ ended }) => !ended)
        .map(({ number, domains, access }) => ({ number, domains, accessHere: access !== null })),
      ...(registry.elsewhere ?? []).map(({ number, domains }) => ({ number, domains, accessHere: false })),
    ],
  };
}

async function openOrderOf(
  db: Db,
  actor: Actor,
  orderId: string | null,
  ctx: Awaited<ReturnType<typeof decisionContext>>,
): Promise<LeaveShape["openOrder"]> {
  if (orderId === null) return "none";
  const order = await loadOwnOrder(db, actor, orderId);
  if (!order.ok) return "none";
  const abandon = possibilitiesOf(order.value.snapshot, ctx.actor, ctx).find(({ id }) => id === "abandon");
  return abandon?.allowed ? "abandonable" : "locked";
}

type Road = Pick<LeaveAnswerView, "href" | "why">;

function roadOf(
  filing: OwnFiling,
  { answer, order, services }: LeaveAdvice,
  { openOrderId, ...around }: Awaited<ReturnType<typeof aroundOf>>,
  policy: Policy,
): Road {
  if (order !== null) return orderRoad(filing, order, services, around, policy);
  if (answer === "abandon" || answer === "wait")
    return { href: openOrderId && `/console/orders/${openOrderId}`, why: null };
  const obstacle = OBSTACLE_OF_ANSWER[answer];
  const province = filing.registry.entity?.document.entity.province;
  const query = province === undefined ? "" : `?province=${province}`;
  return { href: obstacle === undefined ? null : `/ways-out/${slugOfObstacle(obstacle)}${query}`, why: null };
}

/** The same roads, and the same reasons where there is none, as on the card of what is filed. */
function orderRoad(
  filing: OwnFiling,
  order: OrderType,
  services: readonly string[],
  around: Parameters<typeof whatCanBeDone>[2],
  policy: Policy,
): Road {
  const { registry } = filing;
  const about = registry.services.filter(({ number }) => services.includes(number));
  const [first = null] = about;
  const made = whatCanBeDone(registry, first, around, policy)
    .filter(({ action }) => action === order)
    .flatMap((one) => actionOf(one, filing, about));
  return { href: made[0]?.href ?? null, why: made[0]?.reason ?? null };
}

const consequences = (registry: Registry, { order, services }: LeaveAdvice, policy: Policy) =>
  order !== null && isCancellation(order) ? consequencesOf(registry, order, services, policy) : null;
