import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Messages } from "@/components/shell/messages";
import { SilentSystems } from "@/components/shell/silent-systems";
import { Code } from "@/components/ui/code";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { ERRORS_OF_LENDING } from "@/lib/messages/error-parts";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { type DomainView, listResources, type ServerView } from "@/lib/usecases/orders/list-resources";
import { viewOr404 } from "../view";
import { CodeTable } from "./code-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.resources"))("title") };
}

export default async function ResourcesPage() {
  const actor = await requireActor("resource.read.own");
  const [t, view] = [await getTranslations("console.resources"), viewOr404(await listResources(actor))];
  const codes = await getTranslations("authCodes");
  return (
    <Messages namespaces={["authCodes", ...ERRORS_OF_LENDING]}>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex flex-col gap-6">
        <SilentSystems systems={view.silent} />
        {!view.silent.includes("inventory") && (
          <Panel flush title={t("servers")}>
            {view.servers.length === 0 ? (
              <EmptyState title={t("noServers")}>{t("noServersText")}</EmptyState>
            ) : (
              <Servers rows={view.servers} />
            )}
          </Panel>
        )}
        {view.stray.length > 0 && (
          <Panel flush title={codes("stray")} description={codes("strayText")}>
            <CodeTable label={codes("stray")} rows={view.stray} servers={view.servers} />
          </Panel>
        )}
        {!view.silent.includes("domains") && (
          <Panel flush title={t("domains")}>
            {view.domains.length === 0 ? (
              <EmptyState title={t("noDomains")}>{t("noDomainsText")}</EmptyState>
            ) : (
              <Domains rows={view.domains} />
            )}
          </Panel>
        )}
        <Panel title={codes("borrow")} description={codes("borrowText")}>
          <p className="mb-1 text-muted">{codes("accountId")}</p>
          <Code copy={view.accountId}>{view.accountId}</Code>
        </Panel>
      </div>
    </Messages>
  );
}

async function Servers({ rows }: { rows: readonly ServerView[] }) {
  const [t, locale] = [await getTranslations("console.resources"), toLocale(await getLocale())];
  return (
    <DataTable
      label={t("servers")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          label: t("name"),
          strong: true,
          cell: ({ id, name }) => (
            <Link href={`/console/resources/${encodeURIComponent(id)}`} className="link inline-block py-0.5">
              {name}
            </Link>
          ),
        },
        { label: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
        { label: t("place"), cell: ({ province }) => provinceName(province, locale) },
        {
          label: t("ip"),
          cell: ({ publicIp }) => (publicIp ? <Code copy={publicIp}>{publicIp}</Code> : "-"),
        },
        { label: t("expires"), cell: ({ expiresAt }) => formatDate(expiresAt, locale) },
        {
          label: t("fit"),
          cell: ({ unfit }) => (
            <Tag tone={unfit === null ? "done" : "ended"}>
              {t(unfit === null ? "isFit" : `unfit.${unfit}`)}
            </Tag>
          ),
        },
        { label: t("codes"), numeric: true, cell: ({ codes }) => codes },
      ]}
    />
  );
}

async function Domains({ rows }: { rows: readonly DomainView[] }) {
  const [t, locale] = [await getTranslations("console.resources"), toLocale(await getLocale())];
  const day = (at: number | null) => (at === null ? "-" : formatDate(at, locale));
  return (
    <DataTable
      label={t("domains")}
      rows={rows}
      rowKey={({ domain }) => domain}
      columns={[
        { label: t("domain"), cell: ({ domain }) => <Code copy={domain}>{domain}</Code> },
        {
          label: t("realName"),
          cell: ({ realNameVerifiedAt }) =>
            realNameVerifiedAt === null ? (
              <Tag tone="you">{t("notVerified")}</Tag>
            ) : (
              t("verifiedOn", { date: day(realNameVerifiedAt) })
            ),
        },
        { label: t("expires"), cell: ({ expiresAt }) => day(expiresAt) },
      ]}
    />
  );
}
