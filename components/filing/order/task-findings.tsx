import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { findingSentence, type TextSource } from "@/lib/messages/finding-text";
import type { TaskView } from "@/lib/usecases/orders/views/tasks";

/** What stands against one section, in words, folded away: errors first, then warnings. */
export function TaskFindings({ findings }: Pick<TaskView, "findings">) {
  const t = useTranslations("orders.tasks");
  const levels = useTranslations("orders.findings.level");
  const sentences = useTranslations() as unknown as TextSource;
  if (findings.length === 0) return null;
  return (
    <details className="px-4 pb-3 sm:px-6">
      <summary className="link inline-block min-h-6 cursor-pointer py-0.5 text-small">
        {t("details", { count: findings.length })}
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {findings.map((finding) => (
          <li key={`${finding.rule}${finding.path}${finding.message}`} className="flex items-start gap-2">
            <Tag tone={finding.level === "error" ? "refused" : "you"}>
              {levels(finding.level === "error" ? "error" : "warn")}
            </Tag>
            <span className="min-w-0 pt-0.5">{findingSentence(sentences, finding)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
