import { getTranslations } from "next-intl/server";
import type { ConsentKind } from "@/lib/filing/policy/consents";
import { tellFindings } from "@/lib/messages/tell-findings";
import type { SlotsView } from "@/lib/usecases/materials/list-slots";
import type { ConsentText } from "./consent-dialog";
import type { SlotText } from "./slot";

/** The sentences of each slot: what it is, how it should look, why this order needs it, what is wrong with it. */
export async function presentSlots(view: SlotsView): Promise<readonly SlotText[]> {
  const t = await getTranslations("materials");
  return Promise.all(
    view.slots.map(async ({ code, reason, params, findings, kinds }) => ({
      name: t(`${code}.name` as never),
      hint: t(`${code}.hint` as never),
      reason: t(`reason.${reason}` as never, { ...params } as never),
      findings: (await tellFindings(findings)).map(({ text }) => text),
      kinds: kinds.map((kind) => t(`${kind.code}.name` as never)),
    })),
  );
}

const POINTS = ["purpose", "what", "who", "retention", "rights"] as const;

/** The wording in force of consents. */
export async function presentConsents(
  consents: readonly { readonly kind: ConsentKind; readonly version: string }[],
  eraseAfterDays: number,
): Promise<readonly ConsentText[]> {
  const t = await getTranslations("consents");
  return consents.map(({ kind, version }) => ({
    kind,
    version,
    title: t(`${kind}.title`),
    intro: t(`${kind}.intro`),
    agree: t(`${kind}.agree`),
    points: POINTS.map((point) => ({
      label: t(`label.${point}`),
      text: t(`${kind}.${point}`, { days: eraseAfterDays }),
    })),
  }));
}
