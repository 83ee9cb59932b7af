import "server-only";
import { and, eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Actor, can } from "@/lib/filing/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { allowedActions, deadlinesOf, isCancellation, needsOverride } from "@/lib/filing/lifecycle";
import type { CancelType, ConfirmedBy } from "@/lib/filing/lifecycle/life";
import { isFinal } from "@/lib/filing/lifecycle/states";
import type { Deadline, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import type { Policy } from "@/lib/filing/policy/types";
import { askedFor, askedNumbers } from "@/lib/filing/registry/cancellation";
import { type Consequences, consequencesOf } from "@/lib/filing/registry/consequences";
import { type Refusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { loadEvents, type OrderRecord } from "../orders/store";
import { type CancelsView, cancelsOf } from "../orders/views/cancels";
import { elsewhereOf, withElsewhere } from "../registry/elsewhere";
import { loadFilingOf } from "../registry/own-filing";
import { type PersonToCall, peopleToCall } from "./people-to-call";
import { recordLook } from "./record-look";
import { type Colleague, listReviewers } from "./reviewers";
import { staffContext } from "./staff-context";
import { readSubmitted } from "./submitted";
import { type CallView, type CorrectionView, callsOf, correctionsOf } from "./workbench-rounds";

/** What staff can do with a cancellation; why not, where it cannot be done now. */
export const DESK_COMMANDS = ["claim", "release", "phone", "approve", "reject"] as const;
export type DeskCommand = (typeof DESK_COMMANDS)[number];

const WITH_A_REASON = {
  ...({ type: "approve", openErrors: 0, uncheckedSites: 0, openQualifications: 0 } as const),
  ...{ overrideReason: "in words", leads: [] },
};

export interface CancellationDesk {
  readonly order: Pick<
    OrderRecord["row"],
    "id" | "number" | "state" | "province" | "since" | "version" | "unitName"
  > & { readonly type: CancelType };
  readonly snapshot: OrderSnapshot;
  readonly account: { readonly id: string; readonly flagged: boolean; readonly open: boolean };
  readonly claim: { readonly name: string; readonly mine: boolean } | null;
  /** Whom a supervisor may give it to: not whoever has it, and nobody of the account; empty for everybody else. */
  readonly colleagues: readonly Colleague[];
  /** How it was confirmed here; `password`: one goes with it. */
  readonly confirmed: {
    readonly by: ConfirmedBy;
    readonly at: number;
    readonly password: boolean;
    /** The request or the inspection it was opened after, where staff opened it. */
    readonly requestId: string | null;
    readonly inspectionId: string | null;
    readonly reviewed: boolean;
  } | null;
  readonly cancels: CancelsView | null;
  /** What it would do to what is filed now; null once it is over, or the filing has gone elsewhere. */
  readonly consequences: Consequences | null;
  /** Who answers for it. */
  readonly people: readonly PersonToCall[];
  /** Numbers stand there whole: for the holder, and for who may note a call where nobody holds it. */
  readonly whole: boolean;
  readonly calls: readonly CallView[];
  readonly corrections: readonly CorrectionView[];
  readonly events: Awaited<ReturnType<typeof loadEvents>>;
  readonly can: Readonly<Record<DeskCommand, Refusal | null>>;
  readonly deadlines: readonly Deadline[];
  /** Passing it on as things stand takes a reason in words. */
  readonly needsOverride: boolean;
}

/** Everything staff need of one cancellation. The look is audited, and whether numbers were whole in it. */
export async function getCancellationDesk(
  actor: Actor,
  { orderId }: { readonly orderId: string },
): Promise<Result<CancellationDesk>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  const found = await readSubmitted(actor, orderId);
  if (!found.ok) return found;
  const { order, application } = found.value;
  const { row, snapshot } = order;
  const { type } = row;
  if (!isCancellation(type)) return fail(refuse("not_found"));
  const mine = row.claimUserId === actor.userId;
  // A call that is missing closes nothing: a reason in words stands for it, and is asked for when it is passed on.
  const allowed = allowedActions(snapshot, ctx.value.actor, ctx.value, { approve: WITH_A_REASON });
  const refusalOf = (command: DeskCommand): Refusal | null =>
    allowed.find((one) => one.command === command)?.refusal ?? null;
  const whole = mine || (snapshot.state !== "PROVIDER_REVIEW" && refusalOf("phone") === null);
  await recordLook(actor, row.id, whole);
  const people = leadsToCall(type, application, whole);
  const leads = people.map(({ personId }) => personId);
  const events = await loadEvents(read(), row.id);
  const { id, number, state, province, since, version, unitName } = row;
  return ok({
    order: { id, number, type, state, province, since, version, unitName },
    ...{ snapshot, people, whole },
    account: await accountOf(row.accountId, can(actor, "account.flag")),
    claim: await claimOf(row.claimUserId, mine),
    confirmed: confirmedOf(events),
    colleagues: can(actor, "review.reassign")
      ? (await listReviewers(row.accountId)).filter(({ userId }) => userId !== row.claimUserId)
      : [],
    cancels: cancelsOf(snapshot, application),
    consequences: await consequencesNow(order, type, application, ctx.value.policy),
    calls: await callsOf(order),
    corrections: await correctionsOf(order),
    events,
    can: {
      claim: row.claimUserId === null ? refusalOf("claim") : refuse("wrong_state"),
      release: row.claimUserId === null ? refuse("wrong_state") : refusalOf("release"),
      phone: refusalOf("phone"),
      approve: refusalOf("approve"),
      reject: refusalOf("reject"),
    },
    deadlines: deadlinesOf(snapshot, ctx.value.policy),
    needsOverride: needsOverride(snapshot, { openErrors: 0, leads }, ctx.value.policy),
  });
}

/** Only who answers for this cancellation: the others are not asked whether it is wanted. */
export function leadsToCall(
  type: CancelType,
  application: ApplicationDraft,
  whole: boolean,
): readonly PersonToCall[] {
  const ids = new Set(askedFor(type, application).map(({ id }) => id));
  return peopleToCall(application, whole).filter(({ personId }) => ids.has(personId));
}

function confirmedOf(events: CancellationDesk["events"]): CancellationDesk["confirmed"] {
  const found = events.find(({ event }) => event.type === "confirmed");
  if (found?.event.type !== "confirmed") return null;
  const { by, password = false, review = false, requestId = null, inspectionId = null } = found.event;
  return { by, at: found.at, password, requestId, inspectionId, reviewed: review };
}

async function consequencesNow(
  { row }: OrderRecord,
  type: CancelType,
  application: ApplicationDraft,
  policy: Policy,
): Promise<Consequences | null> {
  const { recordNumber } = application.entity;
  if (isFinal(row.state) || recordNumber === undefined) return null;
  const [entity] = await read()
    .select({ id: t.entities.id })
    .from(t.entities)
    .where(and(eq(t.entities.number, recordNumber), eq(t.entities.accountId, row.accountId)));
  if (entity === undefined) return null;
  const filing = await loadFilingOf(read(), [row.accountId], entity.id);
  if (!filing.ok || filing.value.registry.entity?.ended) return null;
  const { registry } = withElsewhere(filing.value, await elsewhereOf(read(), entity.id));
  return consequencesOf(registry, type, askedNumbers(type, application), policy);
}

async function accountOf(id: string, open: boolean): Promise<CancellationDesk["account"]> {
  const [row] = await read()
    .select({ flagged: t.accounts.riskFlag })
    .from(t.accounts)
    .where(eq(t.accounts.id, id));
  return { id, open, flagged: row?.flagged ?? false };
}

async function claimOf(userId: string | null, mine: boolean): Promise<CancellationDesk["claim"]> {
  if (userId === null) return null;
  const [user] = await read()
    .select({ name: t.users.displayName })
    .from(t.users)
    .where(eq(t.users.id, userId));
  return { name: user?.name ?? "?", mine };
}
