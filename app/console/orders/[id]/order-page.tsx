import { Send } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangePanel } from "@/components/filing/change/change-panel";
import { CorrectionsPanel } from "@/components/filing/order/corrections-panel";
import { GeneralFindings } from "@/components/filing/order/general-findings";
import { OrderTimeline } from "@/components/filing/order/order-timeline";
import { Phones } from "@/components/filing/order/phones";
import { Stations } from "@/components/filing/order/stations";
import { TaskList } from "@/components/filing/order/task-list";
import { WaitPanel } from "@/components/filing/order/wait-panel";
import { Messages } from "@/components/shell/messages";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ActButton } from "@/components/ui/act-button";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/filing/access";
import type { PossibilityId } from "@/lib/filing/lifecycle";
import { waitingWords } from "@/lib/filing/lifecycle/waiting";
import { formatDateTime, isoDay } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { tellFindings } from "@/lib/messages/tell-findings";
import type { OrderView } from "@/lib/usecases/orders/get-order";
import { getTaskList } from "@/lib/usecases/orders/get-task-list";
import { answerCorrectionAction, resubmitOrderAction } from "../../actions";
import { takeFiledAction } from "../../change-actions";
import { viewOr404 } from "../../view";
import { Consents } from "./consents";
import { leadNames, MissedCalls } from "./missed-calls";
import { Numbers } from "./numbers";
import { OrderActions } from "./order-actions";
import { OrderHeader } from "./order-header";
import { OrderPapers } from "./order-papers";
import { SandboxHint } from "./sandbox-hint";
import { SmsPanel } from "./sms-panel";

/** The same dates drawn on the public calendar, where it can count from this step. */
function calendarHref({ state, province, since }: OrderView["order"]): string | undefined {
  const step = { PROVIDER_REVIEW: "submitted", AUTHORITY_REVIEW: "authority" }[state as string];
  return step && province ? `/calendar?province=${province}&from=${isoDay(since)}&step=${step}` : undefined;
}

/** An order on its way: the wait, what to correct, what happened. */
export async function OrderPage({ actor, view }: { actor: Actor; view: OrderView }) {
  const { order, wait, now } = view;
  const [t, leads] = [await getTranslations("orders"), await leadNames(view)];
  const locale = toLocale(await getLocale());
  const tasks = order.editable ? viewOr404(await getTaskList(actor, { orderId: order.id })) : null;
  const can = (id: PossibilityId) => view.possibilities.some((one) => one.id === id && one.allowed);
  const words = waitingWords(order.type, order.state);
  const base = `/console/orders/${order.id}`;
  const command = can("callback") ? (
    <MissedCalls view={view} />
  ) : can("resubmit") ? (
    <ActButton
      action={resubmitOrderAction}
      input={{ orderId: order.id }}
      label={t("actions.resubmit")}
      done={t("actions.resubmitDone")}
      variant="primary"
    />
  ) : null;
  return (
    <Messages namespaces={["orders.corrections", "rejections"]}>
      <OrderHeader
        order={order}
        action={
          order.editable ? (
            <ButtonLink href={`${base}/check`} variant="primary" icon={<Send aria-hidden />}>
              {t("resubmit")}
            </ButtonLink>
          ) : (
            <ButtonLink href={`${base}/check`}>{t("answers")}</ButtonLink>
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-6 lg:row-span-2 lg:row-start-1">
          {wait && (
            <Panel>
              <Stations stations={view.stations} />
            </Panel>
          )}
          {view.numbers && <Numbers numbers={view.numbers} />}
          {order.editable && (
            <CorrectionsPanel orderId={order.id} groups={view.corrections} answer={answerCorrectionAction} />
          )}
          {tasks && <SilentSystems systems={tasks.silent} />}
          {tasks?.change && <ChangePanel orderId={order.id} change={tasks.change} take={takeFiledAction} />}
          {tasks && <GeneralFindings findings={await tellFindings(tasks.general)} />}
          {tasks && (
            <Panel flush id="tasks" title={t("tasks.title")} description={t("tasks.othersToo")}>
              <TaskList view={tasks} />
            </Panel>
          )}
          <Consents actor={actor} orderId={order.id} />
          {view.sms && <SmsPanel sms={view.sms} />}
          <Panel title={t("timeline")}>
            <OrderTimeline lines={view.timeline} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4 empty:hidden max-lg:order-first lg:col-start-2 lg:row-start-1">
          {view.handOverAgainAt !== null && (
            <Notice tone="others" title={t("handOver.title")}>
              {t("handOver.text", { at: formatDateTime(view.handOverAgainAt, locale) })}
            </Notice>
          )}
          {wait && (
            <WaitPanel
              {...{ wait, now, leads }}
              {...(words !== null && { text: t(`wait.of.${words}`) })}
              state={order.state}
              calendarHref={calendarHref(order)}
            >
              {command}
              {view.phones && <Phones phones={view.phones} />}
            </WaitPanel>
          )}
          <SandboxHint state={order.state} />
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-start-2">
          <OrderActions view={view} />
          <div className="mt-4">
            <OrderPapers order={order} />
          </div>
        </div>
      </div>
    </Messages>
  );
}
