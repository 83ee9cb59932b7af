import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import type { GroupChange } from "@/lib/filing/application/changes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type Place, placeOf } from "@/lib/filing/application/draft-sections";
import { type OutlineGroup, outlineOf } from "@/lib/filing/application/outline";
import { allowedActions } from "@/lib/filing/lifecycle";
import { isEditable } from "@/lib/filing/lifecycle/states";
import { blocking } from "@/lib/filing/rules";
import type { ComparedGroup } from "@/lib/filing/rules/filed-comparison";
import type { Finding, RuleContext } from "@/lib/filing/rules/types";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { ok, type Result } from "@/lib/filing/shared/result";
import { changesFromFiled, type Servers } from "../changes/from-filed";
import { type ChangeSummary, changeSummary } from "../changes/summary";
import { type Source, Sources } from "../facts/sources";
import { fillsSlot } from "../materials/asked-for";
import { currentMaterials, isFilm } from "../materials/current-materials";
import { decisionContext } from "./context";
import { noteOn, notesOf, roundInPreparation } from "./finding-notes";
import { judgeOrder } from "./judge-order";
import { correctionGroups } from "./open-corrections";
import { readOwnDraft } from "./own-draft";
import { type ChangesView, changesSince } from "./round-changes";
import type { OrderRecord } from "./store";
import { comparedFor } from "./views/compared";
import type { CorrectionGroup } from "./views/corrections";
import { headOf, type OrderHead } from "./views/head";
import { hrefOf } from "./views/hrefs";
import { maskedGroup, withServerNames } from "./views/masked-outline";

export interface CheckGroup extends OutlineGroup {
  readonly href: string;
}

export interface FindingView extends Finding {
  readonly place: Place;
  readonly href: string;
}

/** A warning with what the applicant said to it. */
export interface WarningView extends FindingView {
  /** Null: not acknowledged; empty: acknowledged without a word. */
  readonly note: string | null;
}

export interface CheckMaterial {
  readonly code: string;
  readonly subject: string;
  readonly title: string;
  readonly optional: boolean;
  readonly thumbs: readonly string[];
  readonly missing: number;
}

export interface CheckView {
  readonly order: OrderHead;
  readonly version: number;
  readonly groups: readonly CheckGroup[];
  readonly materials: readonly CheckMaterial[];
  readonly blocking: readonly FindingView[];
  readonly warnings: readonly WarningView[];
  /** What is good to know, and asks for nothing. */
  readonly hints: readonly FindingView[];
  readonly corrections: readonly CorrectionGroup[];
  /** What is otherwise than in the last round (once submitted: than in the one before); null without one. */
  readonly changes: ChangesView | null;
  /** Of an order that takes something over: typed beside filed. */
  readonly compared: readonly ComparedGroup[];
  /** Of a change: every answer that is not as filed, old beside new; masked. */
  readonly filed: { readonly groups: readonly GroupChange[]; readonly summary: ChangeSummary } | null;
  /** Why it cannot be submitted now, whatever is filled in; null when the state allows it. */
  readonly refused: Refusal | null;
  /** Outside systems that did not answer. */
  readonly silent: readonly Source[];
}

/** Check your answers: everything on one page, personal numbers masked, each with its way back. */
export async function getCheck(actor: Actor, input: { orderId: string }): Promise<Result<CheckView>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { order, draft } = own.value;
  const { application } = draft;
  const sources = new Sources();
  const judged = await judgeOrder(order, application, { unknown: "block" }, sources);
  const { findings, required, context } = judged;
  const servers = await sources.serversOf(order.row.accountId);
  const groups = outlineOf(application).map((group) => ({
    ...withServerNames(maskedGroup(group), servers),
    href: hrefOf(order.row.id, placeOf(group.subject)),
  }));
  const filled = await currentMaterials(order.row.id);
  const notes = await notesOf(read(), order, roundInPreparation(order));
  const viewOf = (finding: Finding): FindingView => {
    const place = placeOf(finding.path);
    return { ...finding, place, href: hrefOf(order.row.id, place) };
  };
  const { actor: decider, now, policy } = await decisionContext(actor, "applicant");
  const submit = allowedActions(order.snapshot, decider, { now, policy }).find(
    ({ command }) => command === "submit",
  );
  return ok({
    order: headOf(order),
    version: draft.version,
    groups,
    materials: required.map(({ code, subject, optional, sides }) => {
      const files = filled.filter((file) => fillsSlot({ code, subject }, file));
      const title = groups.find((group) => group.subject === subject)?.title ?? "";
      const missing = sides.filter((side) => !files.some((file) => file.side === side)).length;
      return {
        code,
        subject,
        title,
        optional,
        thumbs: files.filter((file) => !isFilm(file)).map(({ id }) => `/api/materials/${id}?thumb=1`),
        missing,
      };
    }),
    blocking: blocking(findings).map(viewOf),
    warnings: findings
      .filter(({ level }) => level === "warn")
      .map((finding) => ({
        ...viewOf(finding),
        note: noteOn(notes, "acknowledged", finding)?.text ?? null,
      })),
    hints: findings.filter(({ level }) => level === "info").map(viewOf),
    corrections: await correctionGroups(order, context.application),
    changes: await changesOf(order, application),
    compared: comparedFor(context, false),
    filed: filedChanges(context, servers),
    refused: submit?.refusal ?? null,
    silent: sources.silent(),
  });
}

/** What a change makes different of what is filed. */
function filedChanges(context: RuleContext, servers: Servers): CheckView["filed"] {
  const [basis, summary] = [context.facts.registry?.basis, changeSummary(context)];
  if (basis === undefined || summary === null) return null;
  return { groups: changesFromFiled(basis.application, context.application, servers), summary };
}

/** Compared with the last round while it is mended; once submitted again, with the one before. */
function changesOf(order: OrderRecord, application: ApplicationDraft): Promise<ChangesView | null> {
  const { state, round } = order.snapshot;
  return isEditable(state)
    ? changesSince(order, application, round)
    : changesSince(order, application, round - 1, round);
}
