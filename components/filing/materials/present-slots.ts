import { getTranslations } from "next-intl/server";
import type { SlotsView } from "@/lib/usecases/materials/list-slots";
import type { SlotText } from "./material-slots";

/** The sentences of each slot: what it is, how it should look, why this order needs it. */
export async function presentSlots(view: SlotsView): Promise<readonly SlotText[]> {
  const t = await getTranslations("materials");
  return view.slots.map(({ code, reason, params }) => ({
    name: t(`${code}.name` as never),
    hint: t(`${code}.hint` as never),
    reason: t(`reason.${reason}` as never, { ...params } as never),
  }));
}
