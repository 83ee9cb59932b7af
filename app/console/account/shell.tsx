import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/shell/messages";
import { PageHeader } from "@/components/ui/page-header";

type Props = { title: string; description?: string; action?: ReactNode; children: ReactNode };

/** The sentences of forms about an account. */
export const ACCOUNT_WORDS = [
  "account.forms",
  "account.refused",
  "auth.reason",
  "auth.newPassword",
  "auth.passwordHint",
  "auth.showPassword",
];

/** A page below the account, with the way back to it and the sentences its forms need. */
export async function AccountSubpage({ title, description, action, children }: Props) {
  const t = await getTranslations("account");
  return (
    <Messages namespaces={ACCOUNT_WORDS}>
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
