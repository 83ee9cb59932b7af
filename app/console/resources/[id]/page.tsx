import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NewCode } from "@/components/filing/codes/new-code";
import { Messages } from "@/components/shell/messages";
import { SilentSystems } from "@/components/shell/silent-systems";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { ERRORS_OF_LENDING } from "@/lib/messages/error-parts";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getServer, type ServerPage } from "@/lib/usecases/codes/get-server";
import { viewOr404 } from "../../view";
import { createCodeAction } from "../actions";
import { CodeTable } from "../code-table";
import { Conditions } from "./conditions";
import { OwnSlots } from "./own-slots";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("authCodes"))("title") };
}

/** One server: its places, who uses which, and the codes that lend some of them to others. */
export default async function ServerDetailPage({ params }: Props) {
  const actor = await requireActor("resource.read.own");
  const { id } = await params;
  const view = viewOr404(await getServer(actor, { resourceId: decodeURIComponent(id) }));
  const [t, resources] = [await getTranslations("authCodes"), await getTranslations("console.resources")];
  if ("silent" in view)
    return (
      <>
        <PageHeader title={resources("title")} description={resources("text")} />
        <SilentSystems systems={view.silent} />
      </>
    );
  const { server, own, codes, conditions, mayMake, others } = view;
  return (
    <Messages namespaces={["authCodes", ...ERRORS_OF_LENDING]}>
      <PageHeader
        breadcrumb={[{ label: resources("title"), href: "/console/resources" }, { label: server.name }]}
        title={server.name}
        tag={
          <Tag tone={server.unfit === null ? "done" : "ended"}>
            {resources(server.unfit === null ? "isFit" : `unfit.${server.unfit}`)}
          </Tag>
        }
      />
      <div className="flex flex-col gap-6">
        <Facts server={server} />
        <Panel
          flush
          title={t("ownSlots")}
          description={t("ownUsed", { used: own.used, limit: own.limit, gone: own.gone })}
        >
          <OwnSlots rows={own.slots} />
        </Panel>
        <Panel
          flush
          title={t("codes")}
          description={t("slotsUsed", { used: codes.used, limit: codes.limit })}
        >
          {codes.rows.length === 0 ? (
            <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
          ) : (
            <CodeTable label={t("codes")} rows={codes.rows} servers={others} />
          )}
        </Panel>
        <Panel title={t("new")} description={t(mayMake ? "newText" : "notNow")}>
          <Conditions rows={conditions} />
          {mayMake && (
            <div className="mt-6">
              <NewCode resourceId={server.id} create={createCodeAction} />
            </div>
          )}
        </Panel>
      </div>
    </Messages>
  );
}

async function Facts({ server }: Pick<ServerPage, "server">) {
  const [t, locale] = [await getTranslations("console.resources"), toLocale(await getLocale())];
  return (
    <Panel>
      <DescriptionList
        columns={2}
        items={[
          { id: "kind", label: t("kind"), value: t(`kinds.${server.kind}`) },
          { id: "place", label: t("place"), value: provinceName(server.province, locale) },
          {
            id: "ip",
            label: t("ip"),
            value: server.publicIp ? <Code copy={server.publicIp}>{server.publicIp}</Code> : null,
          },
          { id: "expires", label: t("expires"), value: formatDate(server.expiresAt, locale) },
        ]}
      />
    </Panel>
  );
}
