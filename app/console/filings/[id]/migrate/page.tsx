import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { ERRORS_OF_MIGRATION } from "@/lib/messages/error-parts";
import { getMigration, type MigrationView } from "@/lib/usecases/migration/get-migration";
import { viewOr404 } from "../../../view";
import { Conditions } from "./conditions";
import { Request } from "./request";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("migration"))("title") };
}

/** Gives a filed entity to another account: what goes and stays, what it hangs on, and the request itself. */
export default async function MigratePage({ params }: Props) {
  const actor = await requireActor("filing.migrate.own");
  const { id } = await params;
  const view = viewOr404(await getMigration(actor, { entityId: id }));
  const [t, filed] = [await getTranslations("migration"), await getTranslations("filed")];
  const { filing } = view;
  return (
    <Messages namespaces={ERRORS_OF_MIGRATION}>
      <PageHeader
        title={t("title")}
        breadcrumb={[
          { label: filed("crumb"), href: "/console/filings" },
          { label: filing.unitName ?? filing.number, href: `/console/filings/${id}` },
          { label: t("title") },
        ]}
        description={t("text")}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {view.owner ? <Request view={view} /> : <Notice tone="others">{t("ownerOnly")}</Notice>}
          <Panel title={t("conditions.title")} description={t("conditions.text")}>
            <Conditions view={view} />
          </Panel>
        </div>
        <Panel title={t("going.title")}>
          <Going view={view} />
        </Panel>
      </div>
    </Messages>
  );
}

async function Going({ view }: { view: MigrationView }) {
  const t = await getTranslations("migration.going");
  const { services, onOwnServers } = view.going;
  return (
    <div className="flex flex-col gap-4">
      <section>
        <h3 className="font-semibold">{t("goes")}</h3>
        <ul className="mt-1 list-disc pl-5">
          <li>{t("entity", { number: view.filing.number, services })}</li>
          <li>{t("orders")}</li>
          <li>{t("codes")}</li>
        </ul>
      </section>
      <section>
        <h3 className="font-semibold">{t("stays")}</h3>
        <ul className="mt-1 list-disc pl-5">
          <li>{t("servers")}</li>
          <li>{t("ended")}</li>
        </ul>
      </section>
      {onOwnServers > 0 && <p className="text-muted">{t("onOwnServers", { count: onOwnServers })}</p>}
      <p className="text-muted">{t("authority")}</p>
      <p>
        <span className="block text-muted">{t("account")}</span>
        <Code copy={view.accountId}>{view.accountId}</Code>
      </p>
    </div>
  );
}
