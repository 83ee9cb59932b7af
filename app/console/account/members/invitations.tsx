import { getLocale, getTranslations } from "next-intl/server";
import { Press } from "@/components/account/press";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { InvitationView } from "@/lib/usecases/accounts/members";
import { withdrawInvitationAction } from "../actions";

/** Who has been asked and has not answered yet. */
export async function Invitations({ invitations }: { invitations: readonly InvitationView[] }) {
  const [t, locale] = [await getTranslations("account.members"), toLocale(await getLocale())];
  return (
    <Table label={t("invited")} stacked>
      <THead>
        <Tr>
          <Th>{t("email")}</Th>
          <Th>{t("until")}</Th>
          <Th>{t("act")}</Th>
        </Tr>
      </THead>
      <TBody>
        {invitations.map(({ id, email, expiresAt }) => (
          <Tr key={id}>
            <Td label={t("email")} className="break-all">
              {email}
            </Td>
            <Td label={t("until")}>{formatDateTime(expiresAt, locale)}</Td>
            <Td label={t("act")}>
              <Press
                action={withdrawInvitationAction}
                input={{ invitationId: id }}
                said={t("withdrawn")}
                look={{ size: "small" }}
                name={t("withdrawOf", { email })}
              >
                {t("withdraw")}
              </Press>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
