import { UserRoundPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ACCOUNT_WORDS } from "@/app/console/account/shell";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ViewTabs } from "@/components/ui/view-tabs";
import { refusePage, requireActor } from "@/lib/http/page";
import { listStaff, STAFF_VIEWS } from "@/lib/usecases/staff/list-staff";
import { InvitationTable } from "./invitation-table";
import { StaffTable } from "./staff-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("title") };
}

const asked = z.object({ view: z.enum(STAFF_VIEWS).catch("active").default("active") });
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who works for the provider in this console. */
export default async function StaffPage({ searchParams }: Props) {
  const actor = await requireActor("staff.manage");
  const { view } = asked.parse(await searchParams);
  const list = await listStaff(actor, { view });
  if (!list.ok) refusePage(list.error);
  const { staff, invitations, counts } = list.value;
  const t = await getTranslations("staff");
  return (
    <Messages namespaces={[...ACCOUNT_WORDS, "staff"]}>
      <PageHeader
        title={t("title")}
        description={t("text")}
        action={
          <ButtonLink href="/review/staff/invite" variant="primary" icon={<UserRoundPlus aria-hidden />}>
            {t("invite.title")}
          </ButtonLink>
        }
      />
      <ViewTabs
        label={t("title")}
        current={view}
        tabs={STAFF_VIEWS.map((one) => ({
          id: one,
          href: `/review/staff?view=${one}`,
          label: t(`view.${one}`),
          count: counts[one],
        }))}
      />
      <Panel flush>
        {counts[view] === 0 ? (
          <EmptyState title={t(`empty.${view}`)}>{t(`emptyText.${view}`)}</EmptyState>
        ) : view === "invited" ? (
          <InvitationTable rows={invitations} />
        ) : (
          <StaffTable rows={staff} />
        )}
      </Panel>
    </Messages>
  );
}
