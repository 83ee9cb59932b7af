import "server-only";
import { read } from "@/db/client";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import type { OutlineField } from "@/lib/filing/application/outline";
import { type Remedy, remediesFor } from "@/lib/filing/inspection/failures";
import { decideInspection } from "@/lib/filing/inspection/machine";
import { orderablesOf } from "@/lib/filing/inspection/settle";
import type { CancelType } from "@/lib/filing/lifecycle/life";
import { type WhyNot, whatCanBeDone } from "@/lib/filing/registry/possible";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOf, withElsewhere } from "../registry/elsewhere";
import { actionOf, type FilingHead, headOf } from "../registry/get-filing";
import { aroundOf, loadFilingOf, type OwnFiling } from "../registry/own-filing";
import { lineById } from "./get-inspection";
import { type OrderedOrder, orderedFor } from "./order-cancellation";
import { loadOwnInspection } from "./store";
import { filedOf, type InspectionLine, type InspectionStep, stepsOf } from "./views";

export interface RemedyView {
  readonly remedy: Remedy;
  /** The page it begins on; null: it is done elsewhere, or cannot be now. */
  readonly href: string | null;
  readonly reason: WhyNot | null;
}

export interface OwnInspectionView extends InspectionLine {
  readonly filing: FilingHead;
  readonly version: number;
  readonly filed: readonly OutlineField[];
  readonly steps: readonly InspectionStep[];
  readonly remedies: readonly RemedyView[];
  /** What is ordered where it is not mended. */
  readonly consequences: readonly CancelType[];
  readonly mayAnswer: boolean;
  readonly order: OrderedOrder | null;
}

/** What was found wrong with something of one's own: until when, what to do, what else happens. */
export async function getOwnInspection(
  actor: Actor,
  { entityId, inspectionId }: { readonly entityId: string; readonly inspectionId: string },
): Promise<Result<OwnInspectionView>> {
  const db = read();
  const own = await loadOwnInspection(db, actor, inspectionId);
  if (!own.ok) return own;
  const { row, entity } = own.value;
  if (entity.id !== entityId) return fail(refuse("not_found"));
  const filing = await loadFilingOf(db, [entity.accountId], entity.id);
  if (!filing.ok) return filing;
  const now = clock().now();
  const line = await lineById(db, row.id, now);
  const service = line.service?.number ?? null;
  const whole = withElsewhere(filing.value, await elsewhereOf(db, entity.id));
  const orderable = orderablesOf(whole.registry, { service, domain: row.domain });
  return ok({
    ...line,
    ...{ filing: headOf(whole), version: row.version },
    filed: filedOf(filing.value, row.failure, service),
    // Who of the staff it was is nobody's business outside.
    steps: await stepsOf(db, own.value, "owner"),
    remedies: await remediesOf(whole, line),
    consequences: [...new Set(orderable.map(({ type }) => type))],
    mayAnswer: decideInspection(row, { type: "answer" }, now).ok,
    order: await orderedFor(db, own.value),
  });
}

async function remediesOf(filing: OwnFiling, line: InspectionLine): Promise<readonly RemedyView[]> {
  const { openOrderId: _order, ...around } = await aroundOf(read(), filing.row.accountId);
  const policy = await currentPolicy();
  const held = filing.registry.services.find(({ number }) => number === line.service?.number) ?? null;
  const can = [
    ...whatCanBeDone(filing.registry, null, around, policy).flatMap((one) => actionOf(one, filing, [])),
    ...(held === null
      ? []
      : whatCanBeDone(filing.registry, held, around, policy).flatMap((one) => actionOf(one, filing, [held]))),
  ];
  return remediesFor(line.failure, { service: held !== null }).map((remedy) => {
    // Begun at the service where it is one of its own.
    const action = can.findLast((one) => one.action === remedy);
    return { remedy, href: action?.href ?? null, reason: action?.reason ?? null };
  });
}
