import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";

/** For staff without a queue. */
export async function Welcome() {
  const t = await getTranslations("review.admin");
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState title={t("title")}>{t("text")}</EmptyState>
    </>
  );
}
