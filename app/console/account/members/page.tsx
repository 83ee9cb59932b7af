import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/account/invite-form";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { listMembers } from "@/lib/usecases/accounts/members";
import { viewOr404 } from "../../view";
import { inviteMemberAction } from "../actions";
import { AccountSubpage } from "../shell";
import { Invitations } from "./invitations";
import { Members } from "./members";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.members"))("title") };
}

/** Who works for the account; the owner asks people in and takes them out. */
export default async function MembersPage() {
  const actor = await requireActor("account.read.own");
  const [t, view] = [await getTranslations("account.members"), viewOr404(await listMembers(actor))];
  const owner = view.role === "owner";
  return (
    <AccountSubpage title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-6">
        <Panel flush title={t("now")} description={t("rights", { codes: view.makeCodes ? "yes" : "no" })}>
          <Members members={view.members} owner={owner} />
        </Panel>
        {owner && view.invitations.length > 0 && (
          <Panel flush title={t("invited")}>
            <Invitations invitations={view.invitations} />
          </Panel>
        )}
        {owner && (
          <Panel title={t("invite")}>
            <div className="max-w-form">
              <InviteForm action={inviteMemberAction} />
            </div>
          </Panel>
        )}
      </div>
    </AccountSubpage>
  );
}
