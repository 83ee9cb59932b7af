import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmEmail } from "@/components/account/confirm-email";
import { optionalActor } from "@/lib/http/page";
import { readLink } from "@/lib/usecases/accounts/read-link";
import { confirmEmailAction } from "../../account-actions";
import { AccountPage, type AccountPageProps, DeadLink } from "../../account-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.confirmEmail"))("title") };
}

/** One end of a change of address, opened from its mailbox. */
export default async function ConfirmEmailPage({ searchParams }: AccountPageProps) {
  const [t, actor, { t: token }] = await Promise.all([
    getTranslations("auth.confirmEmail"),
    optionalActor(),
    searchParams,
  ]);
  const link = await readLink(token, "email_old", "email_new");
  const text = link && t(link.purpose === "email_old" ? "textOld" : "textNew", { email: link.email });
  return (
    <AccountPage actor={actor} title={t("title")} text={text}>
      {link === null ? (
        <DeadLink again={{ href: "/console/account/email", label: t("again") }} />
      ) : (
        <ConfirmEmail token={link.token} action={confirmEmailAction} />
      )}
    </AccountPage>
  );
}
