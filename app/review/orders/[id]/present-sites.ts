import { getTranslations } from "next-intl/server";
import type { BenchGroup, BenchSite } from "@/components/review/types";
import { FILED_CHECK_REASONS } from "@/lib/filing/application/filed-checks";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { Workbench } from "@/lib/usecases/review/get-workbench";

/** The lists of filed services: the applicant's answers stand in the groups already, with what the rules say. */
export async function presentSites(
  { sites }: Workbench,
  groups: readonly BenchGroup[],
  locale: Locale,
): Promise<readonly BenchSite[]> {
  const t = await getTranslations("review.bench");
  const common = await getTranslations("common");
  const labels = await getTranslations("fields.filed");
  return sites.map(({ partId, number, marks, seen }) => {
    const subject = `filedServices[${partId}]`;
    const fields = groups.find((group) => group.subject === subject)?.fields ?? [];
    return {
      ...{ partId, subject, number },
      marks: marks.map((mark) => {
        const target = `${subject}.${mark}`;
        const field = fields.find(({ path }) => path === target);
        return {
          ...{ mark, target, code: FILED_CHECK_REASONS[mark] },
          label: labels(`${mark}.label`),
          answer: field?.value || common("notProvided"),
          findings: field?.findings ?? [],
        };
      }),
      seen: seen && {
        marks: seen.marks,
        text: t("calledBy", { name: seen.by, time: formatDateTime(seen.at, locale) }),
      },
    };
  });
}
