import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilingHistory } from "@/components/filing/filed/history";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { getFilingHistory } from "@/lib/usecases/registry/get-filing";
import { viewOr404 } from "../../../view";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("filed"))("history") };
}

/** Which order, or which notice of the authority, set what of a filing. */
export default async function FilingHistoryPage({ params }: Props) {
  const actor = await requireActor("filing.read.own");
  const { id } = await params;
  const { filing, lines, services } = viewOr404(await getFilingHistory(actor, { entityId: id }));
  const t = await getTranslations("filed");
  return (
    <>
      <PageHeader
        title={t("history")}
        breadcrumb={[
          { label: t("crumb"), href: "/console/filings" },
          { label: filing.unitName ?? filing.number, href: `/console/filings/${id}` },
          { label: t("history") },
        ]}
        description={t("historyText")}
      />
      <div className="max-w-[60rem]">
        <Panel>
          <FilingHistory
            label={t("historyTitle", { number: filing.number })}
            lines={lines}
            names={Object.fromEntries(services.map(({ id: key, name }) => [key, name]))}
          />
        </Panel>
      </div>
    </>
  );
}
