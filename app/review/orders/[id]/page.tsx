import { redirect } from "next/navigation";
import { Workbench } from "@/components/review/workbench";
import { can } from "@/lib/filing/access";
import { isCancellation } from "@/lib/filing/lifecycle";
import { refusePage, requireActor } from "@/lib/http/page";
import { getWorkbench } from "@/lib/usecases/review/get-workbench";
import { filtersOf, isQueueView, queryOf, queueHref } from "@/lib/usecases/review/queue-filters";
import { listTemplates } from "@/lib/usecases/review/reason-templates";
import {
  approveAction,
  checkSiteAction,
  claimAction,
  dismissFindingAction,
  interceptAction,
  previewDecisionAction,
  reassignAction,
  recordCallAction,
  rejectAction,
  releaseAction,
  removeTemplateAction,
  saveTemplateAction,
  verifyQualificationAction,
} from "../../actions";
import { nextOrderAction } from "../../view-actions";
import { presentBench } from "./present";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const ACTIONS = {
  claim: claimAction,
  release: releaseAction,
  reassign: reassignAction,
  next: nextOrderAction,
  recordCall: recordCallAction,
  checkSite: checkSiteAction,
  verify: verifyQualificationAction,
  dismiss: dismissFindingAction,
  preview: previewDecisionAction,
  reject: rejectAction,
  approve: approveAction,
  intercept: interceptAction,
};
const TEMPLATE_ACTIONS = { save: saveTemplateAction, remove: removeTemplateAction };

export default async function WorkbenchPage({ params, searchParams }: Props) {
  const actor = await requireActor("review.read");
  const [{ id }, sent] = await Promise.all([params, searchParams]);
  const bench = await getWorkbench(actor, { orderId: id });
  if (!bench.ok) refusePage(bench.error);
  // Nothing is written in a cancellation, so there is nothing to go through: it has a page of its own.
  if (isCancellation(bench.value.order.type)) redirect(`/review/cancellations/${id}`);
  const mine = bench.value.claim?.mine === true;
  // Opened by a link from elsewhere, it belongs to the list where it can be found.
  const listed = typeof sent.view === "string" && isQueueView(sent.view) ? sent.view : null;
  const view = listed ?? (mine ? "mine" : "unclaimed");
  const filters = listed === null ? {} : filtersOf(sent);
  return (
    <Workbench
      key={id}
      {...(await presentBench(bench.value))}
      actions={ACTIONS}
      templates={await listTemplates(actor)}
      templateActions={TEMPLATE_ACTIONS}
      mayShare={can(actor, "review.templates")}
      from={{ view, query: queryOf(filters), href: queueHref(view, filters) }}
    />
  );
}
