import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DecisionDates } from "@/components/filing/estimate/decision-dates";
import { deadlineParams } from "@/components/filing/order/deadline-text";
import { StateTag } from "@/components/filing/order/state-tag";
import { Stations } from "@/components/filing/order/stations";
import { PrepareLists } from "@/components/filing/prepare-lists";
import { RoadSteps } from "@/components/filing/road-steps";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ButtonLink } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TONE_CLASS, TONE_ICON } from "@/components/ui/tone";
import { requireActor } from "@/lib/http/page";
import { formatDate, formatRelativeDays } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { isFlagged } from "@/lib/usecases/accounts/is-flagged";
import { getOverview, type OverviewView } from "@/lib/usecases/orders/get-overview";
import { Flagged } from "./account/flagged";
import { RealNameFirst } from "./account/real-name-first";
import { FilingsTable } from "./filings/filings-table";
import { Offers } from "./filings/offers";
import { viewOr404 } from "./view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.overview"))("title") };
}

/** One sentence and one button for the next step; where the open order stands; what is filed; what runs out. */
export default async function OverviewPage() {
  const actor = await requireActor("console.enter");
  const [t, view] = [await getTranslations("console.overview"), viewOr404(await getOverview(actor))];
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex flex-col gap-6">
        {(await isFlagged(actor.accountId)) && <Flagged />}
        <RealNameFirst actor={actor} />
        <Offers actor={actor} />
        <NextStep view={view} />
        {view.filings.length === 0 && view.open === null && <BeforeTheFirst />}
        {view.filings.length > 0 && (
          <Panel title={t("filed")} flush>
            <FilingsTable filings={view.filings} />
          </Panel>
        )}
        <SilentSystems systems={view.silent} />
        {view.expiring.length > 0 && <Expiring view={view} />}
      </div>
    </>
  );
}

/** For who has filed nothing yet: how it goes, how long it takes, what to have at hand. */
async function BeforeTheFirst() {
  const t = await getTranslations("landing");
  return (
    <>
      <Panel title={t("road.title")} description={t("road.text")}>
        <RoadSteps />
      </Panel>
      <Panel title={t("prepare.title")}>
        <PrepareLists />
      </Panel>
    </>
  );
}

async function NextStep({ view }: { view: OverviewView }) {
  const [t, estimate, deadlines, locale] = [
    await getTranslations("console.next"),
    await getTranslations("estimate"),
    await getTranslations("deadlines"),
    toLocale(await getLocale()),
  ];
  const { next, open } = view;
  const tone = next.key === "startAnother" ? "done" : next.acts ? "you" : "others";
  const Icon = TONE_ICON[tone];
  return (
    <section className="rounded-panel border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4 px-4 py-6 sm:px-6">
        <span
          className={`inline-flex size-11 shrink-0 items-center justify-center rounded-full ${TONE_CLASS[tone]}`}
        >
          <Icon aria-hidden className="size-6" />
        </span>
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="text-h2">
            {t(`${next.key}.text`, { count: next.count, headline: open?.order.headline ?? "" })}
          </h2>
          {next.deadline && (
            <p className="mt-1 text-form text-muted">
              {deadlines(`${next.deadline.kind}.text`, deadlineParams(next.deadline, locale))}
            </p>
          )}
        </div>
        <ButtonLink href={next.href} variant={next.acts ? "primary" : "secondary"} size="large">
          {t(`${next.key}.action`)}
          <ArrowRight aria-hidden />
        </ButtonLink>
      </div>
      {open && (
        <div className="border-t border-line px-2 py-5 sm:px-6">
          <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 px-2 sm:px-0">
            <Code>{open.order.number}</Code>
            <StateTag state={open.order.state} />
            <span className="text-muted">{t("since", { date: formatDate(open.order.since, locale) })}</span>
            {open.wait?.decision && (
              <span>
                <span className="text-muted">{estimate("label")}</span>{" "}
                <DecisionDates estimate={open.wait.decision} />
              </span>
            )}
          </p>
          <Stations
            stations={open.stations}
            note={next.deadline && t("until", { date: formatDate(next.deadline.at, locale) })}
          />
        </div>
      )}
    </section>
  );
}

async function Expiring({ view }: { view: OverviewView }) {
  const [t, locale] = [await getTranslations("console.overview"), toLocale(await getLocale())];
  return (
    <Panel title={t("expiring")} description={t("expiringText")}>
      <ul className="flex flex-col">
        {view.expiring.map(({ kind, name, at }) => (
          <li
            key={kind + name}
            className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2 last:border-0"
          >
            <span>
              <span className="text-muted">{t(`kind.${kind}`)}</span>{" "}
              <span className={kind === "domain" ? "font-mono" : ""}>{name}</span>
            </span>
            <time
              dateTime={new Date(at).toISOString()}
              className={at < view.now ? "text-tone-refused" : "text-tone-you"}
            >
              {formatDate(at, locale)} · {formatRelativeDays(at, view.now, locale)}
            </time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
