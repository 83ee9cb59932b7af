import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/shell/messages";
import { PageHeader } from "@/components/ui/page-header";

type Props = { title: string; description?: string; action?: ReactNode; children: ReactNode };

/** A page below the account, with the way back to it and the sentences its forms need. */
export async function AccountSubpage({ title, description, action, children }: Props) {
  const t = await getTranslations("account");
  return (
    <Messages
      namespaces={[
        "account.forms",
        "account.refused",
        "auth.reason",
        "auth.newPassword",
        "auth.passwordHint",
        "auth.showPassword",
      ]}
    >
      <PageHeader
        title={title}
        description={description}
        action={action}
        breadcrumb={[{ label: t("title"), href: "/console/account" }, { label: title }]}
      />
      {children}
    </Messages>
  );
}
