import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AccessTag } from "@/components/filing/filed/access-tag";
import { Doing } from "@/components/filing/filed/doing";
import { FiledValues } from "@/components/filing/filed/filed-values";
import { NextDates } from "@/components/filing/filed/next-dates";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ButtonLink } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { Query } from "@/lib/filing/guide/query";
import { requireActor } from "@/lib/http/page";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { type FiledServiceView, getFiledService } from "@/lib/usecases/registry/get-filing";
import { getReach } from "@/lib/usecases/registry/get-reach";
import { viewOr404 } from "../../../../view";
import { readSeen, Unreachable } from "./unreachable";

type Props = { params: Promise<{ id: string; serviceId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.filings"))("title") };
}

/** One filed website or APP. */
export default async function FiledServicePage({ params, searchParams }: Props) {
  const actor = await requireActor("filing.read.own");
  const { id, serviceId } = await params;
  const view = viewOr404(await getFiledService(actor, { entityId: id, serviceId }));
  const seen = readSeen(await searchParams);
  const reach = viewOr404(await getReach(actor, { entityId: id, serviceId, seen }));
  const after = await getTranslations("after");
  const [t, kinds, locale] = [
    await getTranslations("filed"),
    await getTranslations("console.filings.kind"),
    toLocale(await getLocale()),
  ];
  const { filing, service, endedAt } = view;
  return (
    <>
      <PageHeader
        title={service.name}
        tag={<AccessTag access={service.access} />}
        action={
          endedAt === null && (
            <ButtonLink href={`/console/filings/after/${serviceId}`}>{after("link")}</ButtonLink>
          )
        }
        breadcrumb={[
          { label: t("crumb"), href: "/console/filings" },
          { label: filing.unitName ?? filing.number, href: `/console/filings/${id}` },
          { label: service.number },
        ]}
        description={
          <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-1 text-base">
            <Code copy={service.number}>{service.number}</Code>
            <span>{kinds(service.kind)}</span>
            <span>{t("approvedOn", { date: formatDate(service.filedAt, locale) })}</span>
          </span>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {endedAt !== null && (
            <Notice tone="ended">{t("serviceEndedText", { date: formatDate(endedAt, locale) })}</Notice>
          )}
          {view.moved && (
            <Notice
              tone={view.moved.due ? "you" : "neutral"}
              title={t(view.moved.due ? "moved.dueTitle" : "moved.laterTitle")}
            >
              {t(view.moved.due ? "moved.due" : "moved.later", { ip: view.moved.now })}
            </Notice>
          )}
          <Access view={view} />
          {reach && (
            <Unreachable view={reach} seen={seen} action={`/console/filings/${id}/services/${serviceId}`} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Doing actions={view.actions} openOrderId={view.openOrderId} />
          <SilentSystems systems={view.silent} />
          {endedAt === null && <NextDates dates={view.dates} today={view.today} />}
        </div>
        <FiledValues of="service" values={view.values} opened={view.opened} />
      </div>
    </>
  );
}

async function Access({ view: { service, access } }: { view: FiledServiceView }) {
  const [t, platforms, locale] = [
    await getTranslations("filed"),
    await getTranslations("codes.platform"),
    toLocale(await getLocale()),
  ];
  const domains = {
    id: "domains",
    label: t("domains"),
    value: service.domains.length > 0 && <Code>{service.domains.join(", ")}</Code>,
  };
  const packages = service.packages.map(({ platform, packageName }) => ({
    id: platform + packageName,
    label: `${t("packages")} · ${platforms(platform as "ANDROID")}`,
    value: <Code>{packageName}</Code>,
  }));
  const here = access && [
    { id: "server", label: t("server"), value: access.server ?? t("byCode") },
    { id: "ips", label: t("ips"), value: access.ips.length > 0 && <Code>{access.ips.join(", ")}</Code> },
    { id: "since", label: t("accessSince"), value: formatDate(access.since, locale) },
  ];
  const items = [domains, ...packages, ...(here ?? [])];
  return (
    <Panel title={t("accessTitle")} description={service.access === "none" && t("accessNone")}>
      <DescriptionList items={items.filter(({ value }) => value !== false)} />
    </Panel>
  );
}
