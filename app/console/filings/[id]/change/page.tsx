import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StartChange } from "@/components/filing/change/start-change";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/http/page";
import { getChangeStart } from "@/lib/usecases/changes/get-change-start";
import { startChangeAction } from "../../../change-actions";
import { viewOr404 } from "../../../view";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ part?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change.start"))("title") };
}

/** Which parts of what is filed are to be changed; what cannot be is told with its reason. */
export default async function ChangePage({ params, searchParams }: Props) {
  const actor = await requireActor("order.open.own");
  const [{ id }, { part }] = [await params, await searchParams];
  const view = viewOr404(await getChangeStart(actor, { entityId: id }));
  const [t, filed] = [await getTranslations("change.start"), await getTranslations("filed")];
  const possible = view.services.filter(({ why }) => why === null).map((service) => service.id);
  const chosen = {
    entity: part === "entity" || part === "all",
    services: possible.filter((service) => part === "all" || part === service),
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        breadcrumb={[
          { label: filed("crumb"), href: "/console/filings" },
          { label: view.number, href: `/console/filings/${id}` },
          { label: t("title") },
        ]}
        description={t("text")}
      />
      {view.openOrderId === null ? (
        <Messages namespaces={["change.start", "filed.doing.why", "orderTypes"]}>
          <StartChange view={view} chosen={chosen} start={startChangeAction} />
        </Messages>
      ) : (
        <Notice
          tone="you"
          title={t("open")}
          actions={
            <ButtonLink href={`/console/orders/${view.openOrderId}`} variant="primary">
              {filed("doing.openOrder")}
            </ButtonLink>
          }
        >
          {filed("doing.why.open-order")}
        </Notice>
      )}
    </>
  );
}
