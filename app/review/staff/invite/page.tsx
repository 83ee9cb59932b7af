import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ACCOUNT_WORDS } from "@/app/console/account/shell";
import { Messages } from "@/components/shell/messages";
import { InviteStaffForm } from "@/components/staff/invite-staff-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { env } from "@/lib/env";
import { offeredPosts } from "@/lib/filing/staff";
import { requireActor } from "@/lib/http/page";
import { inviteStaffAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.invite"))("title") };
}

/** Asks somebody into the staff, by mail or on paper. */
export default async function InviteStaffPage() {
  await requireActor("staff.manage");
  const t = await getTranslations("staff");
  return (
    <Messages namespaces={[...ACCOUNT_WORDS, "staff"]}>
      <PageHeader
        title={t("invite.title")}
        description={t("invite.text")}
        breadcrumb={[{ label: t("title"), href: "/review/staff" }, { label: t("invite.title") }]}
      />
      <Panel>
        <div className="max-w-form">
          <InviteStaffForm posts={offeredPosts(env.MODE === "sandbox")} action={inviteStaffAction} />
        </div>
      </Panel>
    </Messages>
  );
}
