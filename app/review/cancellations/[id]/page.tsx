import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ConsequenceList } from "@/components/filing/guide/leaving/consequence-list";
import { StateTag } from "@/components/filing/order/state-tag";
import { DeskBar } from "@/components/review/cancel/desk-bar";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { refusePage, requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getCancellationDesk } from "@/lib/usecases/review/get-cancellation-desk";
import { claimAction, reassignAction, recordCallAction, releaseAction } from "../../actions";
import { passCancellationAction, returnCancellationAction } from "../actions";
import { Calls, Confirmed, Course, Returned, WhatGoes } from "./parts";
import { presentDesk } from "./present";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cancellations"))("title") };
}

const ACTIONS = {
  claim: claimAction,
  release: releaseAction,
  reassign: reassignAction,
  recordCall: recordCallAction,
  pass: passCancellationAction,
  giveBack: returnCancellationAction,
};

/** One cancellation: what it does, how it was confirmed, who was called, and what staff may do with it. */
export default async function CancellationDeskPage({ params }: Props) {
  const actor = await requireActor("review.read");
  const { id } = await params;
  const found = await getCancellationDesk(actor, { orderId: id });
  // Of one whose data were erased there is nothing left to show.
  if (!found.ok && found.error.code === "wrong_state") notFound();
  if (!found.ok) refusePage(found.error);
  const desk = found.value;
  const { order } = desk;
  const t = await getTranslations("cancellations");
  const types = await getTranslations("orderTypes");
  const locale = toLocale(await getLocale());
  const open = order.state === "PROVIDER_REVIEW";
  const where = order.province === null ? "-" : provinceName(order.province, locale);
  const bar = (
    <DeskBar
      orderId={order.id}
      version={order.version}
      open={open}
      actions={ACTIONS}
      {...(await presentDesk(desk, locale))}
    />
  );
  return (
    <Messages namespaces={["cancellations.desk", "review.bench"]}>
      <PageHeader
        title={`${types(`${order.type}.label`)} · ${order.unitName ?? t("desk.person")}`}
        tag={<StateTag state={order.state} />}
        breadcrumb={[{ label: t("title"), href: "/review/cancellations" }, { label: order.number }]}
        description={
          <>
            <Code copy={order.number}>{order.number}</Code> · {where} · {formatDateTime(order.since, locale)}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Returned desk={desk} />
          <WhatGoes desk={desk} />
          {desk.consequences === null ? (
            order.state !== "CANCELLED" &&
            order.state !== "RETURNED" && <Notice tone="neutral">{t("desk.moved")}</Notice>
          ) : (
            <ConsequenceList consequences={desk.consequences} />
          )}
          <Confirmed desk={desk} locale={locale} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 max-lg:order-first lg:sticky lg:top-24">
          {open && (
            <Panel title={t("desk.decide")}>
              {!desk.whole && <p className="mb-3 text-muted">{t("desk.masked")}</p>}
              {bar}
            </Panel>
          )}
          <Calls desk={desk} locale={locale}>
            {!open && (
              <>
                <p className="mt-4 mb-3 border-t border-line pt-4 text-muted">{t("desk.callsOff")}</p>
                {bar}
              </>
            )}
          </Calls>
          <Course desk={desk} locale={locale} />
        </div>
      </div>
    </Messages>
  );
}
