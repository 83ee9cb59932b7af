import { getTranslations } from "next-intl/server";
import { HandOver } from "@/components/account/hand-over";
import { Press } from "@/components/account/press";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { MemberView } from "@/lib/usecases/accounts/members";
import { handOverAction, removeMemberAction } from "../actions";

type Props = { members: readonly MemberView[]; owner: boolean };

/** Everybody of the account, with what the one who looks may do about each. */
export async function Members({ members, owner }: Props) {
  const t = await getTranslations("account.members");
  return (
    <Table label={t("now")} stacked>
      <THead>
        <Tr>
          <Th>{t("email")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("act")}</Th>
        </Tr>
      </THead>
      <TBody>
        {members.map((member) => (
          <Tr key={member.userId}>
            <Td label={t("email")} className="break-all">
              {member.email}
              {member.self && <span className="text-muted"> {t("you")}</span>}
            </Td>
            <Td label={t("role")}>
              <Tag tone={member.role === "owner" ? "others" : "neutral"} plain>
                {t(member.collaborates ? "collaborator" : member.role)}
              </Tag>
            </Td>
            <Td label={t("act")}>
              <Steps member={member} owner={owner} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

async function Steps({ member, owner }: { member: MemberView; owner: boolean }) {
  const t = await getTranslations("account.members");
  const { userId, email, self, role } = member;
  if (role === "owner" || (!owner && !self)) return "-";
  const remove = (
    <Press
      action={removeMemberAction}
      input={{ userId }}
      said={t(self ? "left" : "removed")}
      look={{ size: "small" }}
      name={self ? t("leave") : t("removeOf", { email })}
      ask={
        self
          ? { title: t("leaveTitle"), text: t("leaveText") }
          : { title: t("removeTitle", { email }), text: t("removeText") }
      }
      {...(self ? { next: "/console/account" } : {})}
    >
      {t(self ? "leave" : "remove")}
    </Press>
  );
  return (
    <span className="flex flex-wrap gap-2">
      {owner && !self && <HandOver userId={userId} email={email} action={handOverAction} />}
      {remove}
    </span>
  );
}
