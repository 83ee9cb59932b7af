import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailForm } from "@/components/account/mail-form";
import { Link } from "@/components/ui/link";
import { homeOf } from "@/lib/auth/home";
import { env } from "@/lib/env";
import { optionalActor } from "@/lib/http/page";
import { registerAction } from "../account-actions";
import { AccountPage, ToSignIn } from "../account-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.register"))("title") };
}

/** An address first: the password comes with the link, so that nobody opens an account for somebody else. */
export default async function RegisterPage() {
  const [t, prepare, actor] = await Promise.all([
    getTranslations("auth.register"),
    getTranslations("landing.prepare"),
    optionalActor(),
  ]);
  if (actor !== null) redirect(homeOf(actor));
  return (
    <AccountPage
      actor={null}
      title={t("title")}
      text={t("text")}
      after={
        <>
          <ToSignIn />
          <p>
            <Link href="/materials" className="link">
              {prepare("byProvince")}
            </Link>
          </p>
        </>
      }
    >
      <MailForm purpose="register" action={registerAction} sandbox={env.MODE === "sandbox"} />
    </AccountPage>
  );
}
