import { getTranslations } from "next-intl/server";
import type { BenchQualification } from "@/components/review/types";
import { FINANCE_KINDS, REGULATOR_OF } from "@/lib/filing/policy/finance";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { Workbench } from "@/lib/usecases/review/get-workbench";

/** The finance qualifications to verify: each kind with the regulator who is asked. */
export async function presentQualifications(
  { qualifications }: Workbench,
  locale: Locale,
): Promise<readonly BenchQualification[]> {
  const t = await getTranslations("review.bench");
  const words = await getTranslations("review.bench.qualification");
  const kinds = FINANCE_KINDS.map((kind) => {
    const regulator = REGULATOR_OF[kind];
    const label = words(`kinds.${kind}`);
    return { kind, label: regulator === null ? label : `${label} · ${words(`regulators.${regulator}`)}` };
  });
  return qualifications.map(({ partId, name, seen }) => ({
    ...{ partId, kinds, name: name || t("untitled") },
    subject: `services[${partId}]`,
    target: `services[${partId}].preApprovals`,
    code: "PREAPPROVAL_SCOPE",
    seen: seen && {
      kinds: seen.kinds,
      seen: seen.text,
      text: t("calledBy", { name: seen.by, time: formatDateTime(seen.at, locale) }),
    },
  }));
}
