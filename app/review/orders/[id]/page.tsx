import { Workbench } from "@/components/review/workbench";
import { refusePage, requireActor } from "@/lib/http/page";
import { getWorkbench } from "@/lib/usecases/review/get-workbench";
import {
  approveAction,
  claimAction,
  dismissFindingAction,
  interceptAction,
  recordCallAction,
  rejectAction,
  releaseAction,
} from "../../actions";
import { presentBench } from "./present";

type Props = { params: Promise<{ id: string }> };

const ACTIONS = {
  claim: claimAction,
  release: releaseAction,
  recordCall: recordCallAction,
  dismiss: dismissFindingAction,
  reject: rejectAction,
  approve: approveAction,
  intercept: interceptAction,
};

export default async function WorkbenchPage({ params }: Props) {
  const actor = await requireActor("review.read");
  const { id } = await params;
  const bench = await getWorkbench(actor, { orderId: id });
  if (!bench.ok) refusePage(bench.error);
  const mine = bench.value.claim?.mine === true;
  return (
    <Workbench
      {...(await presentBench(bench.value))}
      actions={ACTIONS}
      queueHref={mine ? "/review/queue/mine" : "/review/queue/unclaimed"}
    />
  );
}
