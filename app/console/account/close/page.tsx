import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CloseForm } from "@/components/account/close-form";
import { SectionLayout } from "@/components/form/section-layout";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/http/page";
import { getAccount } from "@/lib/usecases/accounts/get-account";
import { viewOr404 } from "../../view";
import { closeAccountAction } from "../actions";
import { AccountSubpage } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.close"))("title") };
}

const WAY_OUT = {
  "close-filings": "/console/filings",
  "close-orders": "/console/orders",
  "close-members": "/console/account/members",
} as const;
const isWayOut = (obstacle: string): obstacle is keyof typeof WAY_OUT => Object.hasOwn(WAY_OUT, obstacle);

/** Closes the account; what stands in the way is said before anything is asked. */
export default async function ClosePage() {
  const actor = await requireActor("account.edit.own");
  const [t, refused, view] = [
    await getTranslations("account.close"),
    await getTranslations("account.refused"),
    viewOr404(await getAccount(actor)),
  ];
  const obstacle = view.role === "owner" ? view.obstacle : "not-owner";
  return (
    <AccountSubpage title={t("title")} description={t("text")}>
      <SectionLayout>
        {obstacle === null ? (
          <Panel title={t("goes")}>
            <ul className="mb-6 flex list-disc flex-col gap-1 pl-5">
              <li>{t("erased.profile")}</li>
              <li>{t("erased.user")}</li>
              <li>{t("erased.orders")}</li>
              <li>{t("erased.kept")}</li>
            </ul>
            <CloseForm action={closeAccountAction} />
          </Panel>
        ) : (
          <Notice
            tone="others"
            title={t("notNow")}
            actions={isWayOut(obstacle) && <ButtonLink href={WAY_OUT[obstacle]}>{t("toIt")}</ButtonLink>}
          >
            {refused(obstacle)}
          </Notice>
        )}
      </SectionLayout>
    </AccountSubpage>
  );
}
