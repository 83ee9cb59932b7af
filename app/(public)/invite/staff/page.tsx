import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signOutAction } from "@/app/session-actions";
import { JoinStaffForm, NewStaffForm } from "@/components/account/join-staff";
import { SignOutButton } from "@/components/account/sign-out-button";
import { ButtonLink } from "@/components/ui/button";
import { optionalActor } from "@/lib/http/page";
import { readStaffInvitation, type StaffInvitationView } from "@/lib/usecases/staff/accept-staff";
import { acceptAsNewStaffAction, acceptAsStaffAction } from "../../account-actions";
import { AccountPage, type AccountPageProps, AGREED_WORDS, DeadLink } from "../../account-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.inviteStaff"))("title") };
}

/** An invitation into the provider's staff, opened from a mail or typed off a sheet of paper. */
export default async function InviteStaffPage({ searchParams }: AccountPageProps) {
  const [t, posts, actor, { t: token }] = await Promise.all([
    getTranslations("auth.inviteStaff"),
    getTranslations("staff.post"),
    optionalActor(),
    searchParams,
  ]);
  const view = await readStaffInvitation(token, actor);
  const who = view?.by ?? t("operator");
  const text =
    view &&
    `${t("by", { by: who, post: posts(view.post) })} ${t(`text.${view.step}`, { email: view.email })}`;
  return (
    <AccountPage actor={actor} title={t("title")} text={text} more={[...AGREED_WORDS, "errors.reason.staff"]}>
      {view === null ? <DeadLink again={null} /> : <Step view={view} />}
    </AccountPage>
  );
}

async function Step({ view }: { view: StaffInvitationView }) {
  const auth = await getTranslations("auth");
  const { token, email, name } = view;
  switch (view.step) {
    case "newcomer":
      return <NewStaffForm token={token} email={email} name={name} action={acceptAsNewStaffAction} />;
    case "sign-in":
      return (
        <ButtonLink
          href={`/sign-in?next=${encodeURIComponent(`/invite/staff?t=${token}`)}`}
          variant="primary"
          size="large"
        >
          {auth("signIn")}
        </ButtonLink>
      );
    case "other":
      return <SignOutButton signOut={signOutAction} />;
    case "accept":
      return <JoinStaffForm token={token} name={name} action={acceptAsStaffAction} />;
  }
}
