import { getTranslations } from "next-intl/server";
import type { BenchFinding } from "@/components/review/types";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import { tell } from "@/lib/messages/tell";
import { findingWords } from "@/lib/messages/tell-findings";
import { placeOfFinding } from "@/lib/usecases/review/finding-places";
import type { Workbench } from "@/lib/usecases/review/get-workbench";

/** Findings in words, with the applicant's note, who set them aside, and the name of what they would be rejected for. */
export async function presentFindings(
  bench: Workbench,
  labelOf: (key: string) => string,
  locale: Locale,
): Promise<readonly BenchFinding[]> {
  const words = await findingWords();
  const t = await getTranslations("review.bench");
  const nameOf = await targetNames(bench, labelOf);
  return bench.findings.map((finding, index) => {
    const { rule, level, path, title, text, source } = tell(words, finding);
    const { rejection, target, acknowledged, dismissed } = finding;
    return {
      id: `${rule}:${path}:${index}`,
      ...{ rule, level, path, title, text, source, rejection, target },
      targetLabel: nameOf(target),
      note: acknowledged?.text ?? null,
      dismissed: dismissed && {
        who: t("calledBy", { name: dismissed.by, time: formatDateTime(dismissed.at, locale) }),
        reason: dismissed.text,
      },
    };
  });
}

/** What a rejection item points at, in words: organiser, whose field, which document. */
async function targetNames({ groups }: Workbench, labelOf: (key: string) => string) {
  const t = await getTranslations("review.bench");
  const materials = await getTranslations("materials");
  return (target: string): string => {
    const place = placeOfFinding(groups, target);
    const group = groups.find(({ subject }) => subject === place?.subject);
    if (group === undefined) return t("order");
    const owner = group.title || t(group.kind);
    const code = /^materials\[([A-Z_]+):/.exec(target)?.[1];
    const field = group.fields.find(({ path }) => path === target);
    const what = code === undefined ? field && labelOf(field.key) : materials(`${code}.name` as never);
    return what === undefined ? owner : `${owner} · ${what}`;
  };
}
