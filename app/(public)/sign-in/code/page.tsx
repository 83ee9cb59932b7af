import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SecondStepForm } from "@/components/account/second-step-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { readChallenge } from "@/lib/auth/challenge-cookie";
import { homeOf } from "@/lib/auth/home";
import { safeNext } from "@/lib/http/next-path";
import { optionalActor } from "@/lib/http/page";
import { isStepDue } from "@/lib/usecases/accounts/second-step";
import { AccountPage, type AccountPageProps } from "../../account-page";
import { passSecondStepAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.secondStep"))("title") };
}

/** The second step of signing in: a code. Only who has just proven his first factor has anything to do here. */
export default async function CodePage({ searchParams }: AccountPageProps) {
  const [t, actor, { next }] = await Promise.all([
    getTranslations("auth.secondStep"),
    optionalActor(),
    searchParams,
  ]);
  if (actor !== null) redirect(safeNext(next, homeOf(actor)));
  const due = await isStepDue(await readChallenge());
  const wanted = safeNext(next, "/sign-in");
  const back = wanted === "/sign-in" ? wanted : `/sign-in?next=${encodeURIComponent(wanted)}`;
  const again = <ButtonLink href={back}>{t("again")}</ButtonLink>;
  return (
    <AccountPage actor={null} title={t("title")} text={due && t("text")} after={due && <p>{t("lost")}</p>}>
      {due ? (
        <SecondStepForm action={passSecondStepAction} next={wanted} back={back} />
      ) : (
        <Notice tone="refused" title={t("overTitle")} actions={again}>
          {t("over")}
        </Notice>
      )}
    </AccountPage>
  );
}
