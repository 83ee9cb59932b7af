import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CancelForm } from "@/components/filing/cancel/cancel-form";
import { Messages } from "@/components/shell/messages";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import { requireActor } from "@/lib/http/page";
import { ERRORS_OF_CANCELLING } from "@/lib/messages/error-parts";
import { type CancellationView, getCancellation } from "@/lib/usecases/cancel/get-cancellation";
import { viewOr404 } from "../../../view";
import { sendCancelCodeAction, startCancellationAction } from "./actions";
import { WhatFollows } from "./consequences";
import { Course } from "./course";
import { targetOf, WhatGoes } from "./what-goes";
import { WhyNot } from "./why-not";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const titleOf = ({ type }: CancelTarget) => getTranslations("cancel").then((t) => t(`title.${type}`));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: await titleOf(targetOf(id, await searchParams)) };
}

/** Cancelling an organiser, some of his services, or the access of one: what follows is read before it is confirmed. */
export default async function CancelPage({ params, searchParams }: Props) {
  const actor = await requireActor("filing.cancel.own");
  const { id } = await params;
  const target = targetOf(id, await searchParams);
  const view = viewOr404(await getCancellation(actor, target));
  const [t, filed] = [await getTranslations("cancel"), await getTranslations("filed")];
  const { filing } = view;
  return (
    <Messages namespaces={["cancel.form", ...ERRORS_OF_CANCELLING]}>
      <PageHeader
        title={await titleOf(target)}
        breadcrumb={[
          { label: filed("crumb"), href: "/console/filings" },
          { label: filing.unitName ?? filing.number, href: `/console/filings/${id}` },
          { label: await titleOf(target) },
        ]}
        description={t(`text.${target.type}`)}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">
          <WhyNot view={view} />
          <LastService view={view} />
          <WhatGoes view={view} />
          <WhatFollows view={view} />
        </div>
        {/* Before the button, also on a phone: that it cannot be taken back is read first. */}
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Course view={view} />
        </div>
        {view.whyNot === null && (
          <div className="min-w-0 lg:col-start-1 lg:row-start-2">
            <Panel title={t("confirm")} description={t("confirmText")}>
              <CancelForm
                key={view.numbers.join()}
                target={target}
                numbers={view.numbers}
                leads={view.leads}
                leavesShell={view.leavesShell}
                password={view.password}
                province={filing.province}
                send={sendCancelCodeAction}
                start={startCancellationAction}
              />
            </Panel>
          </div>
        )}
      </div>
    </Messages>
  );
}

/** The one warning that is in nearly every complaint: the organiser would be a shell nobody can cancel online. */
async function LastService({ view: { leavesShell, filing } }: { view: CancellationView }) {
  if (!leavesShell) return null;
  const t = await getTranslations("cancel.last");
  return (
    <Notice
      tone="refused"
      title={t("title")}
      actions={
        <a href={`/console/filings/${filing.id}/cancel?type=entity`} className="link inline-block py-0.5">
          {t("link")}
        </a>
      }
    >
      {t("text")}
    </Notice>
  );
}
