import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "@/app/frame";
import { GUIDE_IDS, GUIDE_PAGES } from "@/components/shell/guide-pages";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { homeOf } from "@/lib/auth/home";
import { env } from "@/lib/env";
import { optionalActor } from "@/lib/http/page";
import { currentProfile } from "@/lib/usecases/provider/profile";
import { Prepare, Promises } from "./_landing/facts";
import { Road } from "./_landing/road";
import { Specimen } from "./_landing/specimen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  return { title: t("title"), description: t("lead") };
}

/** The front door: what filing is, how it goes, the way in. */
export default async function LandingPage() {
  const [t, guide, actor] = await Promise.all([
    getTranslations("landing"),
    getTranslations("publicRules.guide"),
    optionalActor(),
  ]);
  const contact = await contactLine();
  const sandbox = env.MODE === "sandbox";
  return (
    <Frame place="public" actor={actor}>
      <div data-wide>
        <section className="mx-auto grid max-w-content items-center gap-10 px-4 py-12 sm:px-8 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16 lg:py-20">
          <div>
            <h1 className="text-[2rem] leading-[2.75rem] break-keep sm:text-display">{t("headline")}</h1>
            <p className="mt-5 max-w-form text-form text-muted">{t("lead")}</p>
            <div className="mt-8 flex flex-wrap gap-3">
              <ButtonLink href={actor ? homeOf(actor) : "/sign-in"} variant="primary" size="large">
                {actor ? t("enter") : t("signIn")}
              </ButtonLink>
              {actor === null && (
                <ButtonLink href="/register" size="large">
                  {t("register")}
                </ButtonLink>
              )}
              {sandbox && (
                <ButtonLink href="/query" size="large">
                  {t("query")}
                </ButtonLink>
              )}
            </div>
          </div>
          <Specimen />
        </section>
        <Road />
        <div className="mx-auto flex max-w-content flex-col gap-14 px-4 py-14 sm:px-8">
          <Prepare />
          <Promises />
          {sandbox && (
            <section className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-panel bg-tone-you-wash px-6 py-5">
              <div className="max-w-form">
                <h2 className="text-h3">{t("sandbox.title")}</h2>
                <p className="mt-1">{t("sandbox.text")}</p>
              </div>
              <ButtonLink href="/sandbox">{t("sandbox.action")}</ButtonLink>
            </section>
          )}
        </div>
        <footer className="border-t border-line">
          <div className="mx-auto flex max-w-content flex-wrap justify-between gap-x-8 gap-y-3 px-4 py-6 text-small text-muted sm:px-8">
            <nav aria-label={guide("label")}>
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {GUIDE_IDS.map((id) => (
                  <li key={id}>
                    <Link href={GUIDE_PAGES[id]} className="link inline-block py-1">
                      {guide(id)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
            <p className="py-1">{contact ?? t("footer")}</p>
          </div>
        </footer>
      </div>
    </Frame>
  );
}

/** Where help is to be had; null while the provider says no phone. */
async function contactLine(): Promise<string | null> {
  const { phone, hours } = (await currentProfile()).profile;
  if (phone === "") return null;
  const t = await getTranslations("providerSettings.contact");
  return hours === "" ? t("line", { phone }) : t("lineHours", { phone, hours });
}
