import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { OrderTimeline } from "@/components/filing/order/order-timeline";
import { Phones } from "@/components/filing/order/phones";
import { Stations } from "@/components/filing/order/stations";
import { WaitPanel } from "@/components/filing/order/wait-panel";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { isCancelReason } from "@/lib/filing/registry/cancel-reasons";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { OrderView } from "@/lib/usecases/orders/get-order";
import { leadNames, MissedCalls } from "./missed-calls";
import { OrderActions } from "./order-actions";
import { OrderHeader } from "./order-header";
import { OrderPapers } from "./order-papers";
import { SandboxHint } from "./sandbox-hint";
import { SmsPanel } from "./sms-panel";

/** A cancellation on its way: nothing to fill in, nothing to take back; what goes, who has to verify, and how it ended. */
export async function CancellationPage({ view }: { view: OrderView }) {
  const { order, wait, now } = view;
  const [t, locale] = [await getTranslations("orders"), toLocale(await getLocale())];
  const texts = await getTranslations("orders.cancelling.text");
  return (
    <>
      <OrderHeader order={order} title={t(`cancelling.title.${order.type as "CANCEL_ENTITY"}`)} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-6 lg:row-span-2 lg:row-start-1">
          {wait && (
            <Panel>
              <Stations stations={view.stations} />
            </Panel>
          )}
          <Ending view={view} />
          {view.byHandOf !== null && (
            <p>
              <Link href={`/console/filings/${view.byHandOf}/manual`} className="link inline-block py-0.5">
                {t("cancelling.byHand")}
              </Link>
            </p>
          )}
          {view.inspectionOf !== null && (
            <p>
              <Link
                href={`/console/filings/${view.inspectionOf.entityId}/inspections/${view.inspectionOf.inspectionId}`}
                className="link inline-block py-0.5"
              >
                {t("cancelling.inspected")}
              </Link>
            </p>
          )}
          {view.sms && <SmsPanel sms={view.sms} lapses />}
          <WhatGoes view={view} />
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
              {...{ wait, now }}
              leads={await leadNames(view)}
              state={order.state}
              {...(texts.has(order.state) ? { text: texts(order.state as "SMS_PENDING") } : {})}
            >
              {wait.who === "you" && <MissedCalls view={view} />}
              {order.state === "PROVIDER_REVIEW" && view.phones && <Phones phones={view.phones} />}
            </WaitPanel>
          )}
          {order.state !== "READY_FOR_AUTHORITY" && <SandboxHint state={order.state} />}
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-start-2">
          <OrderActions view={view} />
          <div className="mt-4">
            <OrderPapers order={order} />
          </div>
        </div>
      </div>
    </>
  );
}

/** How it ended: done for good, or void with the filing as it was, and why. */
function Ending({ view: { order, timeline, corrections } }: { view: OrderView }) {
  const t = useTranslations("orders.cancelling");
  const events = useTranslations("events");
  const reasons = useTranslations("rejections");
  const ours = useTranslations("cancelReasons");
  const filings = (
    <Link href="/console/filings" className="link inline-block py-0.5">
      {t("filings")}
    </Link>
  );
  if (order.state === "CANCELLED")
    return (
      <Notice tone="done" title={t(`done.${order.type as "CANCEL_ENTITY"}`)} actions={filings}>
        {t(`after.${order.type as "CANCEL_ENTITY"}`)}
      </Notice>
    );
  const returned = timeline.find(({ type }) => type === "returned");
  if (order.state !== "RETURNED" || returned === undefined) return null;
  return (
    <Notice tone="refused" title={t("void")} actions={filings}>
      <p>{events("returned.applicant", { cause: String(returned.params.cause) })}</p>
      {corrections.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {corrections
            .flatMap(({ items }) => items)
            .map(({ id, code, suggestion }) => (
              <li key={id}>
                {isCancelReason(code) ? ours(`${code}.name`) : reasons(`${code as "OTHER"}.name`)}
                {isCancelReason(code) && <span className="block text-muted">{ours(`${code}.remedy`)}</span>}
                {suggestion && <span className="block text-muted">{suggestion}</span>}
                {code.startsWith("FILING_PASSWORD") && (
                  <Link
                    href={`/filing-password?province=${order.province ?? ""}`}
                    className="link inline-block py-0.5"
                  >
                    {t("recover")}
                  </Link>
                )}
              </li>
            ))}
        </ul>
      )}
    </Notice>
  );
}

function WhatGoes({ view: { cancels, order } }: { view: OrderView }) {
  const t = useTranslations("orders.cancelling");
  if (cancels === null) return null;
  const entity = { id: "entity", label: t("entity"), value: <Code>{cancels.entityNumber}</Code> };
  const services = cancels.services.map(({ number, title }) => ({
    id: number,
    label: title,
    value: <Code>{number}</Code>,
  }));
  return (
    <Panel title={t(order.type === "CANCEL_ACCESS" ? "goesAccess" : "goes")}>
      <DescriptionList items={order.type === "CANCEL_ENTITY" ? [entity, ...services] : services} />
    </Panel>
  );
}
