import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BeginChange } from "@/components/filing/change/begin-change";
import { Messages } from "@/components/shell/messages";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ViewTabs } from "@/components/ui/view-tabs";
import { CHANGE_ABOUT } from "@/lib/filing/change/consequences";
import { requireActor } from "@/lib/http/page";
import { type BeforeChangeView, getBeforeChange } from "@/lib/usecases/changes/get-before-change";
import { startChangeAction } from "../../../../change-actions";
import { viewOr404 } from "../../../../view";
import { Guide } from "./guide";
import { Questions } from "./questions";

type Query = { about?: string | string[]; service?: string | string[] };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change.before"))("title") };
}

/** The step before an organiser's name, number or kind changes: what follows, and a question to the reviewers. */
export default async function BeforeChangePage({ params, searchParams }: Props) {
  const actor = await requireActor("order.open.own");
  const [{ id }, { about: asked, service = [] }] = [await params, await searchParams];
  const about = CHANGE_ABOUT.find((one) => one === asked) ?? "name";
  const view = viewOr404(await getBeforeChange(actor, { entityId: id, about }));
  const [t, filed, change] = [
    await getTranslations("change.before"),
    await getTranslations("filed"),
    await getTranslations("change.start"),
  ];
  const services = [service].flat();
  return (
    <Messages namespaces={["change.before"]}>
      <PageHeader
        title={t(`name.${about}`)}
        description={t("text")}
        breadcrumb={[
          { label: filed("crumb"), href: "/console/filings" },
          { label: view.number, href: `/console/filings/${id}` },
          { label: change("title"), href: `/console/filings/${id}/change?part=entity` },
          { label: t("title") },
        ]}
      />
      <ViewTabs
        label={t("others")}
        current={about}
        tabs={CHANGE_ABOUT.map((one) => ({
          id: one,
          href: `/console/filings/${id}/change/before?about=${one}`,
          label: t(`tab.${one}`),
        }))}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <SilentSystems systems={view.silent} />
          {view.guide !== null && <Guide view={view} guide={view.guide} />}
          {view.before.verdict === "refile" ? <Refile view={view} /> : <Consequences view={view} />}
          {mayBegin(view) && (
            <div>
              <BeginChange entityId={view.entityId} services={services} start={startChangeAction} />
            </div>
          )}
          {view.why !== null && (
            <Notice
              tone="you"
              title={t("notNow")}
              {...(view.openOrderId !== null && {
                actions: (
                  <ButtonLink href={`/console/orders/${view.openOrderId}`}>
                    {filed("doing.openOrder")}
                  </ButtonLink>
                ),
              })}
            >
              {filed(`doing.why.${view.why}`)}
            </Notice>
          )}
        </div>
        <Questions view={view} />
      </div>
    </Messages>
  );
}

const mayBegin = ({ before, guide, why }: BeforeChangeView): boolean =>
  before.verdict !== "refile" && why === null && (guide === null || guide.steps.at(-1)?.state !== "closed");

/** The number of another certificate is another organiser (DF §10.7). */
async function Refile({ view: { entityId } }: { view: BeforeChangeView }) {
  const t = await getTranslations("change.before");
  return (
    <Notice
      tone="refused"
      title={t("refile.title")}
      actions={<ButtonLink href={`/console/filings/${entityId}/leave`}>{t("refile.link")}</ButtonLink>}
    >
      {t("refile.text")}
    </Notice>
  );
}

async function Consequences({ view: { before, figures } }: { view: BeforeChangeView }) {
  const t = await getTranslations("change.before.consequence");
  const [least, most] = figures.review;
  const params = { least, most, authority: figures.authority, days: figures.domainDays };
  return (
    <Panel title={t("title")} description={t("text")}>
      <ol className="flex flex-col gap-4">
        {before.consequences.map((one) => (
          <li key={one} className="border-t border-line pt-4 first:border-0 first:pt-0">
            <p className="font-semibold">{t(`${one}.name`)}</p>
            <p className="max-w-prose text-muted">{t(`${one}.text`, params)}</p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
