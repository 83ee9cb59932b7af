import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/http/page";
import { getAccount } from "@/lib/usecases/accounts/get-account";
import { listOwnIdentities } from "@/lib/usecases/identities/own-identities";
import { viewOr404 } from "../view";
import { Accounts } from "./accounts";
import { Identities } from "./identities";
import { AccountPanels } from "./panels";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

/** Whose account it is, how one signs in, who else works for it. */
export default async function AccountPage() {
  const actor = await requireActor("account.read.own");
  const [t, view] = [await getTranslations("account"), viewOr404(await getAccount(actor))];
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex flex-col gap-6">
        {view.accounts.length > 1 && <Accounts accounts={view.accounts} />}
        <AccountPanels view={view} />
        <Identities own={await listOwnIdentities(actor)} back="/console/account" />
      </div>
    </>
  );
}
