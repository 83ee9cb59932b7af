import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/filing/access";
import { needsRealName } from "@/lib/usecases/accounts/needs-real-name";

/** For accounts nobody has verified yet: what to do before anything else. Nothing for all others. */
export async function RealNameFirst({ actor }: { actor: Actor }) {
  const [t, needs] = [await getTranslations("account.start"), await needsRealName(actor)];
  if (needs === null) return null;
  return (
    <Notice
      tone="you"
      title={t("title")}
      actions={
        needs === "owner" && (
          <ButtonLink href="/console/account/real-name" variant="primary">
            {t("action")}
          </ButtonLink>
        )
      }
    >
      {t(needs === "owner" ? "text" : "member")}
    </Notice>
  );
}
