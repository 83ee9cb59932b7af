import { getTranslations } from "next-intl/server";
import type { BenchProof } from "@/components/review/types";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { Workbench } from "@/lib/usecases/review/get-workbench";

/** Of each lead, by person id: whether contact 1 is proven, and when. Empty where nobody is asked to. */
export async function presentProofs(bench: Workbench, locale: Locale): Promise<Map<string, BenchProof>> {
  const t = await getTranslations("review.bench.proof");
  if (!bench.provesPhones) return new Map();
  return new Map(
    bench.people.map(({ personId, proof }): [string, BenchProof] => {
      if (proof === null) return [personId, { proven: false, text: t("none") }];
      const text = proof.by === "code" ? t("code", { time: formatDateTime(proof.at, locale) }) : t("account");
      return [personId, { proven: true, text }];
    }),
  );
}
