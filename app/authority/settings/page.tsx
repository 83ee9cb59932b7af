import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { readDeskSettings } from "@/lib/authority/sandbox/usecases/desk-settings";
import { requireActor } from "@/lib/http/page";
import { SettingsForm } from "./settings-form";

export default async function DeskSettingsPage() {
  const actor = await requireActor("desk.work");
  const settings = await readDeskSettings(actor);
  if (!settings.ok) notFound();
  const t = await getTranslations("authority.settings");
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <SettingsForm settings={settings.value} />
    </>
  );
}
