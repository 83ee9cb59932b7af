import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { ownInspections } from "@/lib/usecases/inspection/list-inspections";
import { listFilings } from "@/lib/usecases/orders/list-filings";
import { viewOr404 } from "../view";
import { FilingsTable } from "./filings-table";
import { FoundWrong } from "./found-wrong";
import { Offers } from "./offers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.filings"))("title") };
}

export default async function FilingsPage() {
  const actor = await requireActor("filing.read.own");
  const [t, filings] = [await getTranslations("console.filings"), viewOr404(await listFilings(actor))];
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex flex-col gap-6">
        <FoundWrong inspections={await ownInspections(actor)} />
        <Offers actor={actor} />
        <Panel flush>
          {filings.length > 0 ? (
            <FilingsTable filings={filings} />
          ) : (
            <EmptyState
              title={t("emptyTitle")}
              action={
                <ButtonLink href="/console/orders/new" variant="primary">
                  {t("start")}
                </ButtonLink>
              }
            >
              {t("emptyText")}
            </EmptyState>
          )}
        </Panel>
      </div>
    </>
  );
}
