import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MarkForm } from "@/components/review/settings/mark-form";
import { ProfileForm } from "@/components/review/settings/profile-form";
import { Messages } from "@/components/shell/messages";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { env } from "@/lib/env";
import { PROVINCES } from "@/lib/filing/policy/provinces";
import { requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { currentProfile } from "@/lib/usecases/provider/profile";
import { changeProfileAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("providerSettings"))("title") };
}

/** Who the provider is: what an administrator may set here, and what the environment sets at the start. */
export default async function SettingsPage() {
  await requireActor("settings.manage");
  const [t, { profile, revision, mark }, said] = [
    await getTranslations("providerSettings"),
    await currentProfile(),
    toLocale(await getLocale()),
  ];
  const provinces = PROVINCES.map(({ code }) => ({ value: code, label: provinceName(code, said) }));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-form gap-6">
        <Messages namespaces={["providerSettings", "auth.reason", "account.refused"]}>
          <Panel title={t("profile")}>
            <ProfileForm
              key={revision}
              profile={profile}
              revision={revision}
              provinces={provinces}
              action={changeProfileAction}
            />
          </Panel>
          <Panel title={t("mark.title")}>
            <MarkForm mark={mark} />
          </Panel>
        </Messages>
        <Panel title={t("environment.title")}>
          <p className="mb-4 text-muted">{t("environment.text")}</p>
          <DescriptionList items={environment(t)} />
        </Panel>
      </div>
    </>
  );
}

/** Addresses only: nothing of a secret, and no user name of a server. */
function environment(t: Awaited<ReturnType<typeof getTranslations<"providerSettings">>>) {
  const none = t("environment.none");
  const host = (url: string | undefined) => (url === undefined ? none : new URL(url).host);
  return [
    { id: "url", label: t("environment.url"), value: env.PUBLIC_URL },
    { id: "mode", label: t("environment.mode"), value: t(`environment.modes.${env.MODE}`) },
    { id: "mail", label: t("environment.mail"), value: host(env.SMTP_URL) },
    { id: "from", label: t("environment.from"), value: env.MAIL_FROM ?? none },
    { id: "sms", label: t("environment.sms"), value: host(env.SMS_WEBHOOK_URL) },
  ];
}
