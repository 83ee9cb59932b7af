import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailForm } from "@/components/account/mail-form";
import { env } from "@/lib/env";
import { optionalActor } from "@/lib/http/page";
import { requestResetAction } from "../account-actions";
import { AccountPage, ToSignIn } from "../account-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title") };
}

export default async function ForgotPage() {
  const [t, actor] = await Promise.all([getTranslations("auth.forgot"), optionalActor()]);
  return (
    <AccountPage actor={actor} title={t("title")} text={t("text")} after={<ToSignIn />}>
      <MailForm purpose="forgot" action={requestResetAction} sandbox={env.MODE === "sandbox"} />
    </AccountPage>
  );
}
