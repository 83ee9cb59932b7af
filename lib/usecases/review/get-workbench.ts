import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { type Actor, can } from "@/lib/filing/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import {
  type AllowedAction,
  allowedActions,
  type DecisionEstimate,
  deadlinesOf,
  estimateDecision,
  needsOverride,
  secondCallsOf,
} from "@/lib/filing/lifecycle";
import type { Deadline, OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { blocking, checkApplication, rejectionOf, ruleById } from "@/lib/filing/rules";
import type { ComparedGroup } from "@/lib/filing/rules/filed-comparison";
import { qualificationsToVerify } from "@/lib/filing/rules/qualifications";
import { sitesToCheck } from "@/lib/filing/rules/site-checks";
import type { Finding } from "@/lib/filing/rules/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { openBasis } from "../changes/basis";
import { loadAsker } from "../facts/account";
import { loadRuleContext } from "../facts/load-facts";
import { type Source, Sources } from "../facts/sources";
import { unaskedOf } from "../handover/look-ups";
import { reviewMaterials, type WorkbenchMaterial } from "../materials/review-materials";
import { viewerMark } from "../materials/viewer-mark";
import { type FindingNote, noteOn, notesOf } from "../orders/finding-notes";
import { type ChangesView, changesSince } from "../orders/round-changes";
import { loadEvents, type OrderRecord, openSubmission } from "../orders/store";
import { comparedFor } from "../orders/views/compared";
import { leadProofs } from "../phones/proofs";
import { type CodeUse, codeUses } from "./code-uses";
import { type NewerPolicy, newerPolicy } from "./newer-policy";
import { type PersonToCall, peopleToCall } from "./people-to-call";
import { type QualificationView, qualificationsOf } from "./qualification-checks";
import { recordLook } from "./record-look";
import { type Colleague, listReviewers } from "./reviewers";
import { type SiteCheckView, siteChecksOf, siteCounts } from "./site-checks";
import { staffContext } from "./staff-context";
import { readSubmitted } from "./submitted";
import { targetOf } from "./targets";
import { groupsOf, type WorkbenchGroup, withServerNames } from "./workbench-groups";
import { type CallView, type CorrectionView, callsOf, correctionsOf } from "./workbench-rounds";

export interface WorkbenchFinding extends Finding {
  readonly source: string;
  /** What a correction would point at. */
  readonly target: string;
  /** DF §9 code a rejection item would carry. */
  readonly rejection: string | null;
  /** What the applicant said to a warning; null: he did not acknowledge it. */
  readonly acknowledged: FindingNote | null;
  /** Who set the warning aside in this round, and why. */
  readonly dismissed: FindingNote | null;
}

export interface Workbench {
  readonly order: Pick<
    OrderRecord["row"],
    "id" | "number" | "type" | "state" | "province" | "since" | "version" | "unitName"
  >;
  readonly snapshot: OrderSnapshot;
  /** Whose order it is; `open`: the reader may see to its risk flag. */
  readonly account: { readonly id: string; readonly flagged: boolean; readonly open: boolean };
  readonly claim: { readonly name: string; readonly mine: boolean } | null;
  readonly groups: readonly WorkbenchGroup[];
  readonly findings: readonly WorkbenchFinding[];
  readonly materials: readonly WorkbenchMaterial[];
  /** Who looks, and at which order: the mark on documents. */
  readonly viewer: string;
  readonly corrections: readonly CorrectionView[];
  /** Everything that is otherwise than in the round before, also what went; null in the first round. */
  readonly changes: ChangesView | null;
  readonly calls: readonly CallView[];
  /** Who missed one call is called again from then on, by person id. */
  readonly secondCalls: ReadonlyMap<string, number>;
  /** Filed services to go through before the order may pass. */
  readonly sites: readonly SiteCheckView[];
  /** Services whose finance qualification is verified before the order may pass. */
  readonly qualifications: readonly QualificationView[];
  /** Services that stand on another account's server, through a code. */
  readonly codes: readonly CodeUse[];
  /** Whom a supervisor may give the order to; empty for everybody else. */
  readonly colleagues: readonly Colleague[];
  readonly people: readonly PersonToCall[];
  /** Whether leads were asked to prove their numbers. */
  readonly provesPhones: boolean;
  readonly events: Awaited<ReturnType<typeof loadEvents>>;
  readonly actions: readonly AllowedAction[];
  readonly deadlines: readonly Deadline[];
  /** When the applicant may expect the authority to decide. */
  readonly decision: DecisionEstimate | null;
  /** Approving as things stand takes a reason in words. */
  readonly needsOverride: boolean;
  readonly pushDelayMinutes: number;
  /** Of an order that takes something over: typed beside filed. */
  readonly compared: readonly ComparedGroup[];
  /** What has to be asked of the authority by hand before it may be forwarded. */
  readonly openLookUps: number;
  /** What today's policy would say otherwise; null while it says the same. */
  readonly newerPolicy: NewerPolicy | null;
  readonly now: number;
  /** Outside systems that did not answer. */
  readonly silent: readonly Source[];
}

/**
 * Everything a reviewer needs of one order. Personal values are whole only for the one who holds the order; everybody
 * else sees them masked. The look itself is audited.
 */
export async function getWorkbench(actor: Actor, input: { orderId: string }): Promise<Result<Workbench>> {
  const ctx = await staffContext(actor);
  if (!ctx.ok) return ctx;
  const found = await readSubmitted(actor, input.orderId);
  if (!found.ok) return found;
  const { order, application } = found.value;
  const { row, snapshot } = order;
  const previous = snapshot.round > 1 ? await openSubmission(read(), order, snapshot.round - 1) : null;
  const mine = row.claimUserId === actor.userId;
  await recordLook(actor, row.id, mine);
  const sources = new Sources();
  const context = await loadRuleContext(order, application, sources);
  const basis = context.facts.registry?.basis?.application ?? (await openBasis(read(), order));
  const findings = checkApplication(context, { unknown: "block" });
  const notes = await notesOf(read(), order, snapshot.round);
  const { profile, row: account } = await loadAsker(read(), row.accountId);
  const who = { accountId: row.accountId, orderId: row.id };
  const proofs = await leadProofs(read(), who, application, profile.securityPhone, context.policy);
  const people = peopleToCall(application, mine, proofs);
  const leads = people.map(({ personId }) => personId);
  const calls = await callsOf(order);
  const sites = await siteChecksOf(sitesToCheck(context), row.id, snapshot.round);
  const openErrors = blocking(findings).length + siteCounts(sites).bad;
  const { id, number, type, state, province, since, version, unitName } = row;
  return ok({
    order: { id, number, type, state, province, since, version, unitName },
    snapshot,
    account: { id: account.id, flagged: account.riskFlag, open: can(actor, "account.flag") },
    claim: await claimOf(row.claimUserId, mine),
    groups: withServerNames(
      groupsOf(application, previous?.ok ? previous.value : null, basis, mine),
      await sources.serversOf(row.accountId),
    ),
    findings: findings.map((finding) => withSource(finding, application, notes, snapshot.round)),
    materials: await reviewMaterials(order),
    viewer: await viewerMark(actor.userId, number),
    corrections: await correctionsOf(order),
    changes: await changesSince(order, application, snapshot.round - 1, snapshot.round),
    calls,
    secondCalls: secondCallsOf(snapshot, calls, ctx.value.policy),
    sites,
    qualifications: await qualificationsOf(qualificationsToVerify(context), order),
    codes: await codeUses(row.accountId, application, sources),
    colleagues: can(actor, "review.reassign") ? await listReviewers(row.accountId) : [],
    people,
    provesPhones: context.policy.provider.phoneProof !== "off",
    events: await loadEvents(read(), row.id),
    actions: allowedActions(snapshot, ctx.value.actor, ctx.value),
    deadlines: deadlinesOf(snapshot, ctx.value.policy),
    decision: estimateDecision(snapshot, ctx.value.policy, ctx.value.now),
    needsOverride: needsOverride(snapshot, { openErrors, leads }, ctx.value.policy),
    pushDelayMinutes: ctx.value.policy.provider.pushDelayMinutes,
    compared: comparedFor(context, mine),
    openLookUps: row.state === "PROVIDER_REVIEW" ? (await unaskedOf(application)).length : 0,
    newerPolicy: await newerPolicy(order, context),
    now: ctx.value.now,
    silent: sources.silent(),
  });
}

async function claimOf(userId: string | null, mine: boolean): Promise<Workbench["claim"]> {
  if (userId === null) return null;
  const [user] = await read()
    .select({ name: t.users.displayName })
    .from(t.users)
    .where(eq(t.users.id, userId));
  return { name: user?.name ?? "?", mine };
}

function withSource(
  finding: Finding,
  application: ApplicationDraft,
  notes: readonly FindingNote[],
  round: number,
): WorkbenchFinding {
  const dismissed = noteOn(notes, "dismissed", finding) ?? null;
  return {
    ...finding,
    source: ruleById(finding.rule)?.source ?? "",
    target: targetOf(application, finding.path),
    rejection: rejectionOf(finding),
    acknowledged: noteOn(notes, "acknowledged", finding) ?? null,
    // What was set aside in an earlier round is looked at again: the answers may have changed.
    dismissed: dismissed?.round === round ? dismissed : null,
  };
}
