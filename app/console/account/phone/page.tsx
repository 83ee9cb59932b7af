import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePhone } from "@/components/account/change-contact";
import { ConfirmPhone } from "@/components/account/confirm-phone";
import { SectionLayout } from "@/components/form/section-layout";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { env } from "@/lib/env";
import { requireActor } from "@/lib/http/page";
import { getAccount } from "@/lib/usecases/accounts/get-account";
import { viewOr404 } from "../../view";
import { changePhoneAction, confirmPhoneAction } from "../actions";
import { BothEnds } from "../both-ends";
import { AccountSubpage } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.phone"))("title") };
}

/** Changes the security phone; while a change waits, the codes of both numbers are asked for. */
export default async function PhonePage() {
  const actor = await requireActor("account.edit.own");
  const [t, refused, view] = [
    await getTranslations("account.phone"),
    await getTranslations("account.refused"),
    viewOr404(await getAccount(actor)),
  ];
  const change = view.phoneChange;
  return (
    <AccountSubpage title={t("title")} description={t("text")}>
      <SectionLayout>
        {view.role !== "owner" ? (
          <Notice tone="others">{refused("not-owner")}</Notice>
        ) : change === null ? (
          <Panel>
            <p className="mb-5">{view.phone ? t("now", { phone: view.phone }) : t("none")}</p>
            <ChangePhone action={changePhoneAction} />
          </Panel>
        ) : (
          <BothEnds kind="phone" from={view.phone} change={change}>
            {!change.old && view.phone && (
              <ConfirmPhone end="old" phone={view.phone} action={confirmPhoneAction} />
            )}
            {!change.new && <ConfirmPhone end="new" phone={change.to} action={confirmPhoneAction} />}
            {!change.old && <p className="text-muted">{t("lost")}</p>}
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
