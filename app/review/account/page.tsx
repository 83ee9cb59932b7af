import { KeyRound, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { changePasswordAction } from "@/app/console/account/actions";
import { Identities } from "@/app/console/account/identities";
import { EndOthers, SessionTable } from "@/app/console/account/sessions/session-table";
import { ACCOUNT_WORDS } from "@/app/console/account/shell";
import { viewOr404 } from "@/app/console/view";
import { ChangePassword } from "@/components/account/change-password";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/filing/access";
import { requireActor } from "@/lib/http/page";
import { listOwnSessions } from "@/lib/usecases/accounts/own-sessions";
import { listOwnIdentities } from "@/lib/usecases/identities/own-identities";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.staff"))("title") };
}

/** What belongs to a member of staff himself: devices and password, and the way to his keys. */
export default async function OwnPage() {
  const actor = await requireActor("review.enter");
  const t = await getTranslations("account");
  const factor = await getTranslations("auth.factor");
  const tokens = await getTranslations("console.tokens");
  const sessions = viewOr404(await listOwnSessions(actor));
  return (
    <Messages namespaces={ACCOUNT_WORDS}>
      <PageHeader
        title={t("staff.title")}
        description={t("staff.text")}
        action={
          <>
            <ButtonLink href="/review/account/second-factor" icon={<ShieldCheck aria-hidden />}>
              {factor("title")}
            </ButtonLink>
            {can(actor, "token.manage.own") && (
              <ButtonLink href="/review/account/tokens" icon={<KeyRound aria-hidden />}>
                {tokens("title")}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <Panel
          flush
          title={t("sessions.title")}
          description={t("sessions.text")}
          actions={<EndOthers rows={sessions} />}
        >
          <SessionTable rows={sessions} />
        </Panel>
        <Panel title={t("password.title")} description={t("password.text")}>
          <div className="max-w-[28rem]">
            <ChangePassword action={changePasswordAction} next="/review/account" />
          </div>
        </Panel>
        <Identities own={await listOwnIdentities(actor)} back="/review/account" />
      </div>
    </Messages>
  );
}
