import { getLocale, getTranslations } from "next-intl/server";
import { ChangePanel } from "@/components/filing/change/change-panel";
import { CorrectionsPanel } from "@/components/filing/order/corrections-panel";
import { deadlineParams } from "@/components/filing/order/deadline-text";
import { GeneralFindings } from "@/components/filing/order/general-findings";
import { OrderTimeline } from "@/components/filing/order/order-timeline";
import { TaskList } from "@/components/filing/order/task-list";
import { Messages } from "@/components/shell/messages";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ProgressBar } from "@/components/ui/bars";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/filing/access";
import { toLocale } from "@/lib/messages/locales";
import { tellFindings } from "@/lib/messages/tell-findings";
import type { OrderView } from "@/lib/usecases/orders/get-order";
import { getTaskList } from "@/lib/usecases/orders/get-task-list";
import { answerCorrectionAction } from "../../actions";
import { takeFiledAction } from "../../change-actions";
import { viewOr404 } from "../../view";
import { OrderActions } from "./order-actions";
import { OrderHeader } from "./order-header";
import { OrderPapers } from "./order-papers";

/** The task list: what is there, what is missing in words, how far it is. */
export async function DraftPage({ actor, view }: { actor: Actor; view: OrderView }) {
  const tasks = viewOr404(await getTaskList(actor, { orderId: view.order.id }));
  const t = await getTranslations("orders");
  const deadlines = await getTranslations("deadlines");
  const general = await tellFindings(tasks.general);
  const locale = toLocale(await getLocale());
  const { done, total } = tasks.progress;
  return (
    <Messages namespaces={["orders.corrections", "rejections"]}>
      <OrderHeader order={view.order} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <SilentSystems systems={tasks.silent} />
          <CorrectionsPanel
            orderId={view.order.id}
            groups={tasks.corrections}
            answer={answerCorrectionAction}
          />
          <Panel flush id="tasks" title={t("tasks.title")} description={t("tasks.progress", { done, total })}>
            <div className="px-4 pb-4 sm:px-6">
              <ProgressBar
                value={done}
                max={total}
                label={t("tasks.progress", { done, total })}
                tone={done === total ? "done" : "others"}
              />
            </div>
            <div className="border-t border-line">
              <TaskList view={tasks} />
            </div>
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {tasks.change && (
            <ChangePanel orderId={view.order.id} change={tasks.change} take={takeFiledAction} />
          )}
          <GeneralFindings findings={general} />
          {tasks.deadline && (
            <Notice tone="you" title={deadlines(`${tasks.deadline.kind}.label`)}>
              {deadlines(`${tasks.deadline.kind}.text`, deadlineParams(tasks.deadline, locale))}
            </Notice>
          )}
          <Panel title={t("timeline")}>
            <OrderTimeline lines={view.timeline.slice(0, 6)} />
          </Panel>
          <OrderActions view={view} />
          <OrderPapers order={view.order} />
        </div>
      </div>
    </Messages>
  );
}
