import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/shell/messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/http/page";
import { listOwnTokens } from "@/lib/usecases/tokens/own-tokens";
import { viewOr404 } from "../view";
import { TokenPanels } from "./token-panels";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.tokens"))("title") };
}

export default async function TokensPage() {
  const actor = await requireActor("token.manage.own");
  const [t, tokens] = [await getTranslations("console.tokens"), viewOr404(await listOwnTokens(actor))];
  return (
    <Messages namespaces={["console.tokens"]}>
      <PageHeader title={t("title")} description={t("text")} />
      <TokenPanels tokens={tokens} />
    </Messages>
  );
}
