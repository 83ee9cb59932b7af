import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Frame } from "@/app/frame";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignInForm } from "@/components/account/sign-in-form";
import { Messages } from "@/components/shell/messages";
import { Link } from "@/components/ui/link";
import { homeOf } from "@/lib/auth/home";
import { env } from "@/lib/env";
import { safeNext } from "@/lib/http/next-path";
import { optionalActor } from "@/lib/http/page";
import { offeredProviders } from "@/lib/identity";
import { SessionEnded } from "./session-ended";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("title") };
}

/** Whoever is signed in already goes on to where he wanted. */
export default async function SignInPage({ searchParams }: Props) {
  const [{ next }, actor, t] = await Promise.all([searchParams, optionalActor(), getTranslations("auth")]);
  const offered = offeredProviders();
  if (actor !== null) redirect(safeNext(next, homeOf(actor)));
  return (
    <Frame place="public" actor={null}>
      <Messages namespaces={["auth"]}>
        <div className="mx-auto flex w-full max-w-[26rem] flex-col gap-6 py-4 sm:py-12">
          <header>
            <h1 className="text-h1">{t("title")}</h1>
            <p className="mt-1 text-form text-muted">{t(next === undefined ? "intro" : "introNext")}</p>
          </header>
          <SessionEnded />
          <div className="rounded-panel border border-line bg-surface px-5 py-6 sm:px-6">
            <SignInForm next={safeNext(next, "/sign-in")} />
            {offered.length > 0 && (
              <>
                <p className="my-5 flex items-center gap-3 text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                  {t("identity.or")}
                </p>
                <ProviderButtons offered={offered} next={safeNext(next, "/sign-in")} />
              </>
            )}
          </div>
          <p className="flex flex-wrap justify-between gap-x-6 gap-y-1">
            <Link href="/register" className="link py-1">
              {t("noAccount")}
            </Link>
            <Link href="/forgot" className="link py-1">
              {t("forgotLink")}
            </Link>
          </p>
          {env.MODE === "sandbox" && (
            <Link
              href="/sandbox"
              className="group flex items-center gap-4 rounded-panel border border-line bg-surface px-5 py-4 hover:border-accent sm:px-6"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-semibold group-hover:text-accent">{t("sandbox.title")}</span>
                <span className="block text-muted">{t("sandbox.text")}</span>
              </span>
              <ArrowRight aria-hidden className="size-4 shrink-0 text-muted group-hover:text-accent" />
            </Link>
          )}
          <p className="text-muted">{t("help")}</p>
        </div>
      </Messages>
    </Frame>
  );
}
