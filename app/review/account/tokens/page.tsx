import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TokenPanels } from "@/app/console/tokens/token-panels";
import { viewOr404 } from "@/app/console/view";
import { Messages } from "@/components/shell/messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/http/page";
import { listOwnTokens } from "@/lib/usecases/tokens/own-tokens";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.tokens"))("title") };
}

/** The keys of a member of staff, for those who may hold any. */
export default async function StaffTokensPage() {
  const actor = await requireActor("token.manage.own");
  const [t, account] = [await getTranslations("console.tokens"), await getTranslations("account.staff")];
  const tokens = viewOr404(await listOwnTokens(actor));
  return (
    <Messages namespaces={["console.tokens"]}>
      <PageHeader
        title={t("title")}
        description={t("text")}
        breadcrumb={[{ label: account("title"), href: "/review/account" }, { label: t("title") }]}
      />
      <TokenPanels tokens={tokens} />
    </Messages>
  );
}
