import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/account/password-form";
import { optionalActor } from "@/lib/http/page";
import { readLink } from "@/lib/usecases/accounts/read-link";
import { resetPasswordAction } from "../account-actions";
import { AccountPage, type AccountPageProps, DeadLink, ToSignIn } from "../account-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title") };
}

export default async function ResetPage({ searchParams }: AccountPageProps) {
  const [t, forgot, actor, { t: token }] = await Promise.all([
    getTranslations("auth.reset"),
    getTranslations("auth.forgot"),
    optionalActor(),
    searchParams,
  ]);
  const link = await readLink(token, "reset");
  const text = link && t("text", { email: link.email });
  return (
    <AccountPage actor={actor} title={t("title")} text={text} after={<ToSignIn />}>
      {link === null ? (
        <DeadLink again={{ href: "/forgot", label: forgot("again") }} />
      ) : (
        <PasswordForm purpose="reset" token={link.token} email={link.email} action={resetPasswordAction} />
      )}
    </AccountPage>
  );
}
