import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";

/** A secret, this once: afterwards nobody can show it, not even we. */
export function ShownSecret({ secret }: { secret: string }) {
  const t = useTranslations("webhooks");
  return (
    <Notice tone="done" title={t("secretMade")}>
      <p className="mb-2">{t("secretOnce")}</p>
      <Code copy={secret}>{secret}</Code>
    </Notice>
  );
}
