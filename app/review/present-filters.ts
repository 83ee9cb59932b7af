import { getTranslations } from "next-intl/server";
import type { FilterChoice } from "@/components/review/queue-filters";
import { ORDER_TYPES } from "@/lib/filing/application/codes";
import { MASTER } from "@/lib/filing/policy/provinces/master";
import { provinceName } from "@/lib/messages/codes";
import type { Locale } from "@/lib/messages/locales";
import type { QueueFilters } from "@/lib/usecases/review/queue-filters";
import type { Colleague } from "@/lib/usecases/review/reviewers";

/** The lists of the filters, in the reader's language, with what is chosen. */
export async function presentFilters(
  filters: QueueFilters,
  colleagues: readonly Colleague[],
  offered: readonly string[],
  locale: Locale,
): Promise<readonly FilterChoice[]> {
  const t = await getTranslations("review.queue.filter");
  const orders = await getTranslations("orderTypes");
  const types = ORDER_TYPES.filter((type) => offered.includes(type));
  const options: Record<FilterChoice["name"], FilterChoice["options"]> = {
    province: MASTER.map(({ code }) => ({ value: code, label: provinceName(code, locale) })),
    type: types.map((type) => ({ value: type, label: orders(`${type}.label`) })),
    kind: (["unit", "person"] as const).map((value) => ({ value, label: t(`kindOf.${value}`) })),
    round: (["first", "again"] as const).map((value) => ({ value, label: t(`roundOf.${value}`) })),
    by: [
      { value: "none", label: t("nobody") },
      ...colleagues.map(({ userId, name }) => ({ value: userId, label: name })),
    ],
  };
  return (["province", "type", "kind", "round", "by"] as const).map((name) => ({
    name,
    label: t(name),
    any: t("any"),
    options: options[name],
    value: filters[name] ?? "",
  }));
}
