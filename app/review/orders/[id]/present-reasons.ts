import { getTranslations } from "next-intl/server";
import type { BenchReason } from "@/components/review/types";
import { rejectionsFor } from "@/lib/filing/policy/rejections";

/** The provider's reasons of the catalogue, in words. */
export async function presentReasons(): Promise<readonly BenchReason[]> {
  const t = await getTranslations("rejections");
  return rejectionsFor("P").map(({ code }) => ({
    code,
    name: t(`${code}.name` as never),
    suggestion: t(`${code}.suggestion` as never),
  }));
}
