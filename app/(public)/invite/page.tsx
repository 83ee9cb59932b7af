import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signOutAction } from "@/app/session-actions";
import { PasswordForm } from "@/components/account/password-form";
import { Press } from "@/components/account/press";
import { SignOutButton } from "@/components/account/sign-out-button";
import { ButtonLink } from "@/components/ui/button";
import { optionalActor } from "@/lib/http/page";
import { type InvitationLinkView, readInvitation } from "@/lib/usecases/accounts/read-link";
import { acceptAsUserAction } from "../../console/account/actions";
import { acceptAsNewcomerAction } from "../account-actions";
import { AccountPage, type AccountPageProps, AGREED_WORDS, DeadLink } from "../account-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.invite"))("title") };
}

/** An invitation into an account, opened from the mail. */
export default async function InvitePage({ searchParams }: AccountPageProps) {
  const [t, actor, { t: token }] = await Promise.all([
    getTranslations("auth.invite"),
    optionalActor(),
    searchParams,
  ]);
  const view = await readInvitation(token, actor);
  const text = view && t(`text.${view.step}`, { account: view.account, email: view.email });
  return (
    <AccountPage actor={actor} title={t("title")} text={text} more={AGREED_WORDS}>
      {view === null ? <DeadLink again={null} /> : <Step view={view} />}
    </AccountPage>
  );
}

async function Step({ view }: { view: InvitationLinkView }) {
  const [t, auth] = [await getTranslations("auth.invite"), await getTranslations("auth")];
  switch (view.step) {
    case "newcomer":
      return (
        <PasswordForm
          purpose="invite"
          token={view.token}
          email={view.email}
          action={acceptAsNewcomerAction}
          next="/console"
        />
      );
    case "sign-in":
      return (
        <ButtonLink
          href={`/sign-in?next=${encodeURIComponent(`/invite?t=${view.token}`)}`}
          variant="primary"
          size="large"
        >
          {auth("signIn")}
        </ButtonLink>
      );
    case "other":
      return <SignOutButton signOut={signOutAction} />;
    case "accept":
      return (
        <Press
          action={acceptAsUserAction}
          input={{ token: view.token }}
          said={t("joined")}
          next="/console"
          look={{ variant: "primary", size: "large" }}
        >
          {t("accept")}
        </Press>
      );
  }
}
