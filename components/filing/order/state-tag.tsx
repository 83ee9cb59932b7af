import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { type OrderState, WAITING_OF } from "@/lib/filing/lifecycle/states";

/** The state of an order in its tone. */
export function StateTag({ state }: { state: OrderState }) {
  const t = useTranslations("states");
  return <Tag tone={WAITING_OF[state]}>{t(`${state}.label`)}</Tag>;
}
