import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ACCOUNT_WORDS } from "@/app/console/account/shell";
import { Messages } from "@/components/shell/messages";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { refusePage, requireActor } from "@/lib/http/page";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { getStaffMember, type StaffMember } from "@/lib/usecases/staff/list-staff";
import { StaffSteps } from "./steps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("member") };
}

type Props = { params: Promise<{ id: string }> };

/** One of the staff: what is known of him, and what an administrator may do about him. */
export default async function StaffMemberPage({ params }: Props) {
  const actor = await requireActor("staff.manage");
  const found = await getStaffMember(actor, { userId: (await params).id });
  if (!found.ok) refusePage(found.error);
  const member = found.value;
  const t = await getTranslations("staff");
  return (
    <Messages namespaces={[...ACCOUNT_WORDS, "staff"]}>
      <PageHeader
        title={member.name}
        tag={
          member.blocked === null ? (
            <Tag tone="done">{t("active")}</Tag>
          ) : (
            <Tag tone="refused">{t(`blockReason.${member.blocked}`)}</Tag>
          )
        }
        breadcrumb={[{ label: t("title"), href: "/review/staff" }, { label: member.name }]}
      />
      <div className="flex flex-col gap-6">
        <Panel title={t("about")}>
          <Facts member={member} />
        </Panel>
        {member.self ? (
          <Notice title={t("selfTitle")}>{t("selfText")}</Notice>
        ) : (
          <StaffSteps member={member} />
        )}
      </div>
    </Messages>
  );
}

async function Facts({ member }: { member: StaffMember }) {
  const [t, roles] = [await getTranslations("staff"), await getTranslations("shell.role")];
  const locale = toLocale(await getLocale());
  const { lastSignInAt } = member;
  const items = {
    email: member.email,
    roles: new Intl.ListFormat(locale).format(member.roles.map((role) => roles(role))),
    factor: t(member.factor ? "on" : "off"),
    lastSignIn: lastSignInAt === null ? t("never") : formatDateTime(lastSignInAt, locale),
    sessions: t("count", { count: member.sessions }),
    claims: t("count", { count: member.claims }),
    invitedBy: member.invitedBy ?? t("nobody"),
    applicant: t(member.applicant ? "yes" : "no"),
  };
  return (
    <DescriptionList
      columns={2}
      items={Object.entries(items).map(([id, value]) => ({ id, label: t(id), value }))}
    />
  );
}
