import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewEndpoint } from "@/components/review/webhooks/new-endpoint";
import { Messages } from "@/components/shell/messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { refusePage, requireActor } from "@/lib/http/page";
import { listEndpoints } from "@/lib/usecases/webhooks/list-endpoints";
import { WEBHOOK_EVENTS } from "@/lib/webhooks/events";
import { createEndpointAction } from "./actions";
import { EndpointPanel } from "./endpoint-panel";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

/** Who is told of orders by machine: for the administrator. */
export default async function WebhooksPage() {
  const actor = await requireActor("settings.manage");
  const list = await listEndpoints(actor);
  if (!list.ok) refusePage(list.error);
  const t = await getTranslations("webhooks");
  return (
    <Messages namespaces={["webhooks"]}>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex flex-col gap-6">
        {list.value.map((endpoint) => (
          <EndpointPanel key={endpoint.id} endpoint={endpoint} />
        ))}
        {list.value.length === 0 && (
          <Panel flush>
            <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
          </Panel>
        )}
        <Panel title={t("new")} description={t("newText")}>
          <NewEndpoint events={WEBHOOK_EVENTS} create={createEndpointAction} />
        </Panel>
      </div>
    </Messages>
  );
}
