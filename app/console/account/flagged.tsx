import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { currentProfile } from "@/lib/usecases/provider/profile";

/** For an account risk control holds back: whom to ask, and what needs no filing meanwhile (DF §15 B10). */
export async function Flagged() {
  const t = await getTranslations("console.flagged");
  const { phone, hours } = (await currentProfile()).profile;
  const contact = [phone, hours].filter(Boolean).join(", ");
  return (
    <Notice tone="refused" title={t("title")}>
      <p>{t("text")}</p>
      <p>{phone === "" ? t("contactPlain") : t("contact", { contact })}</p>
      <p>{t("abroad")}</p>
    </Notice>
  );
}
