import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { REJECT_MARKER } from "@/lib/authority/sandbox/automatic";
import { readDeskSettings } from "@/lib/authority/sandbox/usecases/desk-settings";
import { rejectionsFor } from "@/lib/filing/policy/rejections";
import { requireActor } from "@/lib/http/page";
import { SettingsForm } from "./settings-form";

export default async function DeskSettingsPage() {
  const actor = await requireActor("desk.work");
  const settings = await readDeskSettings(actor);
  if (!settings.ok) notFound();
  const t = await getTranslations("authority.settings");
  const names = await getTranslations("rejections");
  const reasons = rejectionsFor("A").map(({ code }) => ({
    value: code,
    label: names(`${code}.name` as never),
  }));
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <SettingsForm settings={settings.value} reasons={reasons} marker={REJECT_MARKER} />
    </>
  );
}
