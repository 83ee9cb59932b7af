import { LogOut } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { homeOf } from "@/lib/auth/home";
import { env } from "@/lib/env";
import { optionalActor } from "@/lib/http/page";
import { describeActor } from "@/lib/usecases/accounts/describe-actor";
import { Frame } from "./frame";
import { signOutAction } from "./session-actions";

/** Signed in, but not for this: says as whom, and where his own work is. */
export default async function Forbidden() {
  const [t, shell, actor] = await Promise.all([
    getTranslations("auth.forbidden"),
    getTranslations("shell"),
    optionalActor(),
  ]);
  const who = actor && (await describeActor(actor));
  return (
    <Frame place="public" actor={actor}>
      <title>{t("title")}</title>
      <div className="mx-auto flex max-w-form flex-col items-start gap-3 py-8 sm:py-16">
        <h1 className="text-h1">{t("title")}</h1>
        {who && <p className="text-form">{t("as", { name: who.name, role: shell(`role.${who.role}`) })}</p>}
        <p className="text-form text-muted">{t("text")}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          <ButtonLink href={actor === null ? "/" : homeOf(actor)} variant="primary">
            {t("home")}
          </ButtonLink>
          {actor !== null && (
            <form action={signOutAction}>
              <Button type="submit" icon={<LogOut aria-hidden />}>
                {shell("signOut")}
              </Button>
            </form>
          )}
          {env.MODE === "sandbox" && <ButtonLink href="/sandbox">{t("sandbox")}</ButtonLink>}
        </div>
      </div>
    </Frame>
  );
}
