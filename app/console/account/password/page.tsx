import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePassword } from "@/components/account/change-password";
import { SectionLayout } from "@/components/form/section-layout";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { changePasswordAction } from "../actions";
import { AccountSubpage } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.password"))("title") };
}

export default async function PasswordPage() {
  await requireActor("account.edit.own");
  const t = await getTranslations("account.password");
  return (
    <AccountSubpage title={t("title")} description={t("text")}>
      <SectionLayout>
        <Panel>
          <ChangePassword action={changePasswordAction} next="/console/account" />
        </Panel>
      </SectionLayout>
    </AccountSubpage>
  );
}
