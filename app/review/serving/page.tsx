import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewConsumer } from "@/components/review/serving/new-consumer";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { refusePage, requireActor } from "@/lib/http/page";
import { currentPolicy } from "@/lib/usecases/policy/current-policy";
import { listConsumers } from "@/lib/usecases/serving/consumers";
import { createConsumerAction } from "./actions";
import { ConsumerPanel } from "./consumer-panel";

const CALLS = [
  "GET /api/serving?domain=sample.cn&domain=www.sample.cn",
  "GET /api/serving?after=…",
  "Authorization: Bearer icp_…",
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("serving"))("title") };
}

/** Which machines may read what is served here: for the administrator. */
export default async function ServingPage() {
  const actor = await requireActor("settings.manage");
  const list = await listConsumers(actor);
  if (!list.ok) refusePage(list.error);
  const t = await getTranslations("serving");
  const { provider } = await currentPolicy();
  return (
    <Messages namespaces={["serving"]}>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex flex-col gap-6">
        <ConsumerPanel consumers={list.value} />
        <Panel title={t("new")} description={t("newText")}>
          <NewConsumer create={createConsumerAction} />
        </Panel>
        <Panel title={t("how")} description={t("howText")}>
          <ul className="flex flex-col gap-1">
            {CALLS.map((call) => (
              <li key={call}>
                <Code>{call}</Code>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-muted">{t("lag", { minutes: provider.accessLagMinutes[1] })}</p>
        </Panel>
      </div>
    </Messages>
  );
}
