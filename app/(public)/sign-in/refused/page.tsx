import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { optionalActor } from "@/lib/http/page";
import { AccountPage, type AccountPageProps } from "../../account-page";

const WHY = ["unavailable", "failed", "denied", "blocked", "staff", "unmapped", "taken"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.identity.refused"))("title") };
}

/** Why a sign-in elsewhere did not lead in. The address names a reason of the closed list and nothing else. */
export default async function RefusedPage({ searchParams }: AccountPageProps) {
  const [t, refused, actor, { why }] = await Promise.all([
    getTranslations("auth.identity.refused"),
    getTranslations("account.refused"),
    optionalActor(),
    searchParams,
  ]);
  const reason = WHY.find((one) => one === why) ?? "failed";
  return (
    <AccountPage actor={actor} title={t("title")}>
      <Notice
        tone={reason === "denied" ? "others" : "refused"}
        actions={
          <ButtonLink href="/sign-in" variant="primary">
            {t("back")}
          </ButtonLink>
        }
      >
        {refused(`identity-${reason}`)}
      </Notice>
    </AccountPage>
  );
}
