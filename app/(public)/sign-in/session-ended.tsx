import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { sessionEndOf } from "@/lib/auth/actor-of";

/** For who was signed in a moment ago and no longer is, by an administrator's doing: says so. */
export async function SessionEnded() {
  const end = await sessionEndOf(new Headers(await headers()));
  if (end === null) return null;
  const t = await getTranslations("auth.ended");
  return (
    <Notice tone="refused" title={t(`${end}.title`)}>
      {t(`${end}.text`)}
    </Notice>
  );
}
