import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { type DomainView, listResources, type ServerView } from "@/lib/usecases/orders/list-resources";
import { viewOr404 } from "../view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.resources"))("title") };
}

export default async function ResourcesPage() {
  const actor = await requireActor("resource.read.own");
  const [t, view] = [await getTranslations("console.resources"), viewOr404(await listResources(actor))];
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex flex-col gap-6">
        <Panel flush title={t("servers")}>
          {view.servers.length === 0 ? (
            <EmptyState title={t("noServers")}>{t("noServersText")}</EmptyState>
          ) : (
            <Servers rows={view.servers} />
          )}
        </Panel>
        <Panel flush title={t("domains")}>
          {view.domains.length === 0 ? (
            <EmptyState title={t("noDomains")}>{t("noDomainsText")}</EmptyState>
          ) : (
            <Domains rows={view.domains} />
          )}
        </Panel>
      </div>
    </>
  );
}

async function Servers({ rows }: { rows: readonly ServerView[] }) {
  const [t, locale] = [await getTranslations("console.resources"), toLocale(await getLocale())];
  return (
    <Table label={t("servers")} stacked>
      <THead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("kind")}</Th>
          <Th>{t("place")}</Th>
          <Th>{t("ip")}</Th>
          <Th>{t("expires")}</Th>
          <Th>{t("fit")}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label={t("name")} className="font-semibold">
              {row.name}
            </Td>
            <Td label={t("kind")}>{t(`kinds.${row.kind}`)}</Td>
            <Td label={t("place")}>{provinceName(row.province, locale)}</Td>
            <Td label={t("ip")}>{row.publicIp ? <Code copy={row.publicIp}>{row.publicIp}</Code> : "-"}</Td>
            <Td label={t("expires")}>{formatDate(row.expiresAt, locale)}</Td>
            <Td label={t("fit")}>
              <Tag tone={row.unfit === null ? "done" : "ended"}>
                {t(row.unfit === null ? "isFit" : `unfit.${row.unfit}`)}
              </Tag>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

async function Domains({ rows }: { rows: readonly DomainView[] }) {
  const [t, locale] = [await getTranslations("console.resources"), toLocale(await getLocale())];
  const day = (at: number | null) => (at === null ? "-" : formatDate(at, locale));
  return (
    <Table label={t("domains")} stacked>
      <THead>
        <Tr>
          <Th>{t("domain")}</Th>
          <Th>{t("realName")}</Th>
          <Th>{t("expires")}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.domain}>
            <Td label={t("domain")}>
              <Code copy={row.domain}>{row.domain}</Code>
            </Td>
            <Td label={t("realName")}>
              {row.realNameVerifiedAt === null ? (
                <Tag tone="you">{t("notVerified")}</Tag>
              ) : (
                t("verifiedOn", { date: day(row.realNameVerifiedAt) })
              )}
            </Td>
            <Td label={t("expires")}>{day(row.expiresAt)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
