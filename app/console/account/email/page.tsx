import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangeEmail } from "@/components/account/change-contact";
import { SectionLayout } from "@/components/form/section-layout";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { env } from "@/lib/env";
import { requireActor } from "@/lib/http/page";
import { getAccount } from "@/lib/usecases/accounts/get-account";
import { viewOr404 } from "../../view";
import { changeEmailAction } from "../actions";
import { BothEnds } from "../both-ends";
import { AccountSubpage } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.email"))("title") };
}

/** Changes the address; while a change waits, where it stands. */
export default async function EmailPage() {
  const actor = await requireActor("account.edit.own");
  const [t, view] = [await getTranslations("account.email"), viewOr404(await getAccount(actor))];
  return (
    <AccountSubpage title={t("title")} description={t("text")}>
      <SectionLayout>
        {view.emailChange === null ? (
          <Panel>
            <p className="mb-5 break-words">{t("now", { email: view.email })}</p>
            <ChangeEmail action={changeEmailAction} />
          </Panel>
        ) : (
          <BothEnds kind="email" from={view.email} change={view.emailChange}>
            <p className="text-muted">{t("open")}</p>
            {env.MODE === "sandbox" && (
              <Link href="/sandbox/mailbox" className="link self-start py-1">
                {t("mailbox")}
              </Link>
            )}
          </BothEnds>
        )}
      </SectionLayout>
    </AccountSubpage>
  );
}
