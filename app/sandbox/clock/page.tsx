import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { advanceClockAction, setOutageAction, steerDeliveryAction } from "@/app/sandbox/actions";
import { ClockControls } from "@/components/sandbox/clock-controls";
import { ComingTable } from "@/components/sandbox/coming-table";
import { DeliveryControls } from "@/components/sandbox/delivery-controls";
import { OutageControl } from "@/components/sandbox/outage-control";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { readSandboxClock } from "@/lib/usecases/sandbox/clock";
import { currentOutage, OUTAGES } from "@/lib/usecases/sandbox/outage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sandbox.clock"))("title") };
}

/** Business time of the sandbox: waiting a month takes a click. */
export default async function ClockPage() {
  const [t, locale, view] = await Promise.all([
    getTranslations("sandbox.clock"),
    getLocale().then(toLocale),
    readSandboxClock(),
  ]);
  if (!view.ok) notFound();
  const { now, offsetMs, paused, waiting, coming } = view.value;
  const minutes = Math.round(offsetMs / 60_000);
  const ahead = {
    days: Math.floor(minutes / 1440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
  };
  return (
    <>
      <PageHeader title={t("title")} description={t("intro")} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title={t("now")}>
            <p className="text-display font-semibold tabular-nums max-sm:text-h1">
              <time dateTime={new Date(now).toISOString()} data-testid="sandbox-now">
                {formatDateTime(now, locale)}
              </time>
            </p>
            <p className="mt-1 text-muted">{minutes === 0 ? t("inStep") : t("ahead", ahead)}</p>
            <ClockControls
              advance={advanceClockAction}
              hasNext={coming.some((deadline) => deadline.enforced)}
            />
          </Panel>
          <Panel title={t("coming.title")} description={t("coming.text")} flush={coming.length > 0}>
            <ComingTable coming={coming} now={now} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title={t("delivery.title")}>
            <DeliveryControls paused={paused} waiting={waiting} steer={steerDeliveryAction} />
          </Panel>
          <Panel title={t("outage.title")}>
            <OutageControl outages={OUTAGES} current={await currentOutage()} set={setOutageAction} />
          </Panel>
        </div>
      </div>
    </>
  );
}
