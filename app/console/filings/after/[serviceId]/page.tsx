import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FooterPanel } from "@/components/filing/after/footer-panel";
import { TaskPanel } from "@/components/filing/after/task-panel";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/http/page";
import { getAfter } from "@/lib/usecases/after/get-after";
import { viewOr404 } from "../../../view";
import { tickTaskAction } from "./actions";
import { pointingOf } from "./pointing";

type Props = {
  params: Promise<{ serviceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("after"))("title") };
}

/** What is left to do for one service after its approval, and what to put on it. */
export default async function AfterPage({ params, searchParams }: Props) {
  const actor = await requireActor("filing.read.own");
  const { serviceId } = await params;
  const pointing = pointingOf((await searchParams).domains);
  const view = viewOr404(await getAfter(actor, { serviceId, pointing }));
  const [t, filed] = [await getTranslations("after"), await getTranslations("filed")];
  const service = `/console/filings/${view.entityId}/services/${serviceId}`;
  return (
    <Messages namespaces={["after"]}>
      <PageHeader
        title={t("title")}
        breadcrumb={[
          { label: filed("crumb"), href: "/console/filings" },
          { label: view.number, href: service },
          { label: t("crumb") },
        ]}
        description={
          <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-1 text-base">
            <span>{view.name}</span>
            <Code copy={view.number}>{view.number}</Code>
          </span>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <TaskPanel view={view} tick={tickTaskAction} />
        {!view.ended && <FooterPanel view={view} pointing={pointing} />}
      </div>
    </Messages>
  );
}
