import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Doing } from "@/components/filing/filed/doing";
import { FiledValues } from "@/components/filing/filed/filed-values";
import { NextDates } from "@/components/filing/filed/next-dates";
import { ServiceTable } from "@/components/filing/filed/service-table";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ButtonLink } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { ownInspections } from "@/lib/usecases/inspection/list-inspections";
import { type FilingHead, getFiling } from "@/lib/usecases/registry/get-filing";
import { viewOr404 } from "../../view";
import { FoundWrong } from "../found-wrong";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.filings"))("title") };
}

/** One filed entity: its card, its services, what runs out, and what can be done with it now. */
export default async function FilingPage({ params }: Props) {
  const actor = await requireActor("filing.read.own");
  const { id } = await params;
  const view = viewOr404(await getFiling(actor, { entityId: id }));
  const [t, locale] = [await getTranslations("filed"), toLocale(await getLocale())];
  const { filing, services } = view;
  const here = services.filter(({ access }) => access === "here").length;
  return (
    <>
      <PageHeader
        title={filing.unitName ?? t("person")}
        tag={await stateTag(filing)}
        breadcrumb={[{ label: t("crumb"), href: "/console/filings" }, { label: filing.number }]}
        description={
          <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-1 text-base">
            <Code copy={filing.number}>{filing.number}</Code>
            <span>{provinceName(filing.province, locale)}</span>
            <span>{t("approvedOn", { date: formatDate(filing.filedAt, locale) })}</span>
          </span>
        }
        action={
          <>
            {filing.endedAt === null && (
              <ButtonLink href={`/console/filings/${id}/leave`}>{t("leave")}</ButtonLink>
            )}
            <ButtonLink href={`/console/filings/${id}/history`}>{t("history")}</ButtonLink>
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {filing.endedAt !== null && (
            <Notice tone="ended">{t("endedText", { date: formatDate(filing.endedAt, locale) })}</Notice>
          )}
          <FoundWrong inspections={await ownInspections(actor, { entityId: id })} />
          {filing.shell && (
            <Notice
              tone="you"
              title={t("shell")}
              actions={
                <ButtonLink href={`/ways-out/shell-entity?province=${filing.province}`} size="small">
                  {t("shellGuide")}
                </ButtonLink>
              }
            >
              {t("shellText")}
            </Notice>
          )}
          <Panel title={t("services")} description={t("servicesText", { here })} flush>
            <ServiceTable entityId={id} services={services} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Doing actions={view.actions} openOrderId={view.openOrderId} />
          {filing.endedAt === null && <MoveLink id={id} />}
          <SilentSystems systems={view.silent} />
          {filing.endedAt === null && <NextDates dates={view.dates} today={view.today} numbered />}
        </div>
        <FiledValues of="entity" values={view.values} opened={view.opened} />
      </div>
    </>
  );
}

/** Not an order: the filing stays as it is, another account manages it. */
async function MoveLink({ id }: { id: string }) {
  const t = await getTranslations("migration");
  return (
    <p data-no-print>
      <Link href={`/console/filings/${id}/migrate`} className="link inline-block py-0.5">
        {t("link")}
      </Link>
      <span className="block text-small text-muted">{t("linkText")}</span>
    </p>
  );
}

async function stateTag({ endedAt, shell }: FilingHead) {
  const t = await getTranslations("filed");
  if (endedAt !== null) return <Tag tone="ended">{t("ended")}</Tag>;
  return shell && <Tag tone="you">{t("shell")}</Tag>;
}
