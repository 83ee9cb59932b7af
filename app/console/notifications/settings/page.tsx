import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FeedControls } from "@/components/notifications/feed-controls";
import { PreferencesForm } from "@/components/notifications/preferences-form";
import { Messages } from "@/components/shell/messages";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getFeed } from "@/lib/usecases/notifications/feed";
import { getPreferences, type PreferencesView } from "@/lib/usecases/notifications/preferences";
import { viewOr404 } from "../../view";
import { endFeedAction, renewFeedAction, savePreferencesAction } from "../actions";
import { NotificationTabs } from "../tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications.settings"))("title") };
}

export default async function NotificationSettingsPage() {
  const actor = await requireActor("notification.read.own");
  const t = await getTranslations("notifications.settings");
  const preferences = viewOr404(await getPreferences(actor));
  const { since } = viewOr404(await getFeed(actor));
  return (
    <Messages namespaces={["notifications.settings"]}>
      <PageHeader title={t("title")} description={t("text")} />
      <NotificationTabs />
      <div className="flex flex-col gap-6">
        {!preferences.carried.sms && <Notice tone="neutral">{t("noSms")}</Notice>}
        <Panel flush title={t("what")}>
          <PreferencesForm rows={await rowsOf(preferences)} save={savePreferencesAction} />
        </Panel>
        <Notice tone="neutral" title={t("why")}>
          {t("whyText")}
        </Notice>
        <CalendarPanel since={since} />
      </div>
    </Messages>
  );
}

async function rowsOf({ groups }: PreferencesView) {
  const t = await getTranslations("notifications");
  return groups.map(({ group, choices }) => {
    const label = t(`group.${group}.label`);
    const cell = (channel: "mail" | "sms") => {
      const { on, state } = choices[channel];
      return {
        on,
        instead: state === "free" ? null : t(`settings.state.${state}`),
        name: t("settings.choice", { group: label, channel: t(`settings.${channel}`) }),
      };
    };
    return { group, label, text: t(`group.${group}.text`), cells: { mail: cell("mail"), sms: cell("sms") } };
  });
}

async function CalendarPanel({ since }: { since: number | null }) {
  const [t, locale] = [await getTranslations("notifications.settings.calendar"), toLocale(await getLocale())];
  return (
    <Panel title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-4">
        <div>
          <a href="/api/calendar" download className={buttonClass()}>
            <Download aria-hidden />
            {t("download")}
          </a>
        </div>
        <div>
          <h3 className="font-semibold">{t("subscribe")}</h3>
          <p className="text-muted">{t("subscribeText")}</p>
          <p className="mt-2">
            {since === null ? t("none") : t("since", { date: formatDate(since, locale) })}
          </p>
        </div>
        <FeedControls exists={since !== null} renew={renewFeedAction} end={endFeedAction} />
      </div>
    </Panel>
  );
}
