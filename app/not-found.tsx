import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { homeOf } from "@/lib/auth/home";
import { optionalActor } from "@/lib/http/page";
import { Frame } from "./frame";

/** No such page, or not one for this reader: the same answer. */
export default async function NotFound() {
  const [t, actor] = await Promise.all([getTranslations("shell.notFound"), optionalActor()]);
  return (
    <Frame place="public" actor={actor}>
      <title>{t("title")}</title>
      <div className="mx-auto flex max-w-form flex-col items-start gap-3 py-8 sm:py-16">
        <p className="font-mono text-h3 text-muted">404</p>
        <h1 className="text-h1">{t("title")}</h1>
        <p className="text-form text-muted">{t("text")}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <ButtonLink href={actor ? homeOf(actor) : "/"} variant="primary">
            {actor ? t("console") : t("home")}
          </ButtonLink>
        </div>
      </div>
    </Frame>
  );
}
