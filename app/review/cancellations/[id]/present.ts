import { getTranslations } from "next-intl/server";
import type { DeskBarProps } from "@/components/review/cancel/desk-bar";
import { REVIEW_REASONS } from "@/lib/filing/registry/cancel-reasons";
import { formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import { refusalText } from "@/lib/messages/refusal-text";
import type { CancellationDesk } from "@/lib/usecases/review/get-cancellation-desk";

type Presented = Pick<DeskBarProps, "people" | "claim" | "colleagues" | "why" | "needsOverride" | "reasons">;

/** What the buttons need, in the reader's language: leads with their clocks, reasons, and why something is not possible. */
export async function presentDesk(desk: CancellationDesk, locale: Locale): Promise<Presented> {
  const [t, callbacks, errors, reasons] = await Promise.all([
    getTranslations("review.bench"),
    getTranslations("callback"),
    getTranslations("errors"),
    getTranslations("cancelReasons"),
  ]);
  const { snapshot, people, claim, colleagues, can, needsOverride } = desk;
  const callbackOf = (personId: string) => {
    const missed = snapshot.callbacks[personId];
    if (missed === undefined) return null;
    const asked = missed.callBy !== null;
    const text = t("callback", {
      state: asked ? "requested" : "open",
      date: formatDateTime(missed.callBy ?? missed.requestBy, locale),
      when: callbacks(`when.${missed.when ?? "any"}.label`),
    });
    return { asked, text };
  };
  const whyNot = (command: keyof typeof can) => {
    const refusal = can[command];
    return refusal === null ? null : refusalText(errors, refusal);
  };
  return {
    ...{ claim, needsOverride, colleagues },
    people: people.map(({ personId, name, role, numbers }) => ({
      ...{ personId, name: name || t("untitled"), role: callbacks(`role.${role}`) },
      numbers: numbers.map(({ number, phone }) => ({ number, text: t(`numbers.${number}`, { phone }) })),
      outcome: snapshot.calls[personId] ?? null,
      callback: callbackOf(personId),
      ...{ proof: null, second: null },
    })),
    why: {
      claim: whyNot("claim"),
      phone: whyNot("phone"),
      approve: whyNot("approve"),
      reject: whyNot("reject"),
    },
    reasons: REVIEW_REASONS.map((code) => ({
      code,
      name: reasons(`${code}.name`),
      remedy: reasons(`${code}.remedy`),
    })),
  };
}
