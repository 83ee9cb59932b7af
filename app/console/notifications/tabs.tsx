import { getTranslations } from "next-intl/server";
import { GuideTabs } from "@/components/shell/guide-tabs";

/** The list and its settings side by side. */
export async function NotificationTabs() {
  const t = await getTranslations("notifications.center");
  return (
    <GuideTabs
      label={t("tabs")}
      tabs={[
        { href: "/console/notifications", label: t("title") },
        { href: "/console/notifications/settings", label: t("settings") },
      ]}
    />
  );
}
