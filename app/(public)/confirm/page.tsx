import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/account/password-form";
import { optionalActor } from "@/lib/http/page";
import { readLink } from "@/lib/usecases/accounts/read-link";
import { confirmRegistrationAction } from "../account-actions";
import { AccountPage, type AccountPageProps, AGREED_WORDS, DeadLink, ToSignIn } from "../account-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.confirm"))("title") };
}

/** Opened from the mail: the address is proven, the password makes the account. Looking uses nothing up. */
export default async function ConfirmPage({ searchParams }: AccountPageProps) {
  const [t, register, actor, { t: token }] = await Promise.all([
    getTranslations("auth.confirm"),
    getTranslations("auth.register"),
    optionalActor(),
    searchParams,
  ]);
  const link = await readLink(token, "register");
  return (
    <AccountPage
      actor={actor}
      title={t("title")}
      text={link && t("text", { email: link.email })}
      after={<ToSignIn />}
      more={AGREED_WORDS}
    >
      {link === null ? (
        <DeadLink again={{ href: "/register", label: register("again") }} />
      ) : (
        <PasswordForm
          purpose="confirm"
          token={link.token}
          email={link.email}
          action={confirmRegistrationAction}
          next="/console/account/real-name"
        />
      )}
    </AccountPage>
  );
}
