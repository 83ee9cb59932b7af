import { getLocale, getTranslations } from "next-intl/server";
import { SettingList, type SettingRow } from "@/components/review/policy/setting-list";
import { PageHeader } from "@/components/ui/page-header";
import { refusePage, requireActor } from "@/lib/http/page";
import { type Locale, toLocale } from "@/lib/messages/locales";
import { settingWords } from "@/lib/messages/setting-text";
import { getPolicy } from "@/lib/usecases/policy/get-policy";
import type { SettingView } from "@/lib/usecases/policy/setting-view";
import { presentSetting } from "./present";

export default async function PolicyPage() {
  const actor = await requireActor("policy.read");
  const view = await getPolicy(actor);
  if (!view.ok) refusePage(view.error);
  const t = await getTranslations("policyPage");
  const locale = toLocale(await getLocale());
  const groups = await Promise.all(
    view.value.groups.map(async ({ id, settings }) => ({
      id,
      label: t(`group.${id}`),
      settings: await rowsOf(settings, locale),
    })),
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <SettingList groups={groups} mayEdit={view.value.mayEdit} />
    </>
  );
}

async function rowsOf(settings: readonly SettingView[], locale: Locale): Promise<readonly SettingRow[]> {
  const words = await settingWords(locale);
  return Promise.all(settings.map((setting) => presentSetting(setting, words, locale)));
}
