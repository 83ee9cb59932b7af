import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { GUIDE_IDS, GUIDE_PAGES } from "@/components/shell/guide-pages";
import { GuideTabs } from "@/components/shell/guide-tabs";
import { optionalActor } from "@/lib/http/page";

/** Rules, materials and calendar: pages made from the policy, open to anybody. */
export default async function GuideLayout({ children }: { children: ReactNode }) {
  const [t, actor] = await Promise.all([getTranslations("publicRules.guide"), optionalActor()]);
  const tabs = GUIDE_IDS.map((id) => ({ href: GUIDE_PAGES[id], label: t(id) }));
  return (
    <Frame place="public" actor={actor}>
      <div className="-mt-6 sm:-mt-8 print:mt-0">
        <GuideTabs tabs={tabs} label={t("label")} />
        {children}
      </div>
    </Frame>
  );
}
