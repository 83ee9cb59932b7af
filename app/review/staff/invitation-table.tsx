import { getLocale, getTranslations } from "next-intl/server";
import { Press } from "@/components/account/press";
import { PrintAgain } from "@/components/staff/print-again";
import { DataTable } from "@/components/ui/data-table";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { StaffInvitationRow } from "@/lib/usecases/staff/list-staff";
import { renewStaffInvitationAction, revokeStaffInvitationAction } from "./actions";

/** Who has been asked and has not come yet: send again, print again, take back. */
export async function InvitationTable({ rows }: { rows: readonly StaffInvitationRow[] }) {
  const [t, locale] = [await getTranslations("staff"), toLocale(await getLocale())];
  return (
    <DataTable
      label={t("view.invited")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: t("name"), strong: true, cell: ({ name }) => name },
        { label: t("email"), cell: ({ email }) => email },
        { label: t("post.label"), cell: ({ post }) => t(`post.${post}`) },
        { label: t("invitedBy"), cell: ({ invitedBy }) => invitedBy ?? t("nobody") },
        { label: t("until"), cell: ({ expiresAt }) => formatDateTime(expiresAt, locale) },
        {
          label: t("act"),
          cell: ({ id, name }) => (
            <span className="flex flex-wrap gap-2">
              <Press
                action={renewStaffInvitationAction}
                input={{ invitationId: id, way: "mail" }}
                said={t("invite.resent")}
                look={{ size: "small" }}
                name={t("invite.resendOf", { name })}
              >
                {t("invite.resend")}
              </Press>
              <PrintAgain invitationId={id} name={name} action={renewStaffInvitationAction} />
              <Press
                action={revokeStaffInvitationAction}
                input={{ invitationId: id }}
                said={t("invite.revoked")}
                look={{ size: "small" }}
                name={t("invite.revokeOf", { name })}
                ask={{ title: t("invite.revokeOf", { name }), text: t("invite.revokeText") }}
              >
                {t("invite.revoke")}
              </Press>
            </span>
          ),
        },
      ]}
    />
  );
}
