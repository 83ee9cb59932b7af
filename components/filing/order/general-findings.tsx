import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ToldFinding } from "@/lib/messages/finding-text";

/** What no section can mend (quotas, waits, other orders): each with its way out and where it is written. */
export function GeneralFindings({ findings }: { findings: readonly ToldFinding[] }) {
  const t = useTranslations("orders.findings");
  return findings.map(({ rule, message, path, level, title, text, source }) => (
    <Notice key={`${rule}${path}${message}`} tone={level === "error" ? "refused" : "you"} title={title}>
      <p>{text}</p>
      {source !== "" && <p className="mt-1 text-small text-muted">{t("why", { source })}</p>}
    </Notice>
  ));
}
