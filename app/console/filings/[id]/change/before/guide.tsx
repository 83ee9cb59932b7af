import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { KindGuide, KindStepId, StepState } from "@/lib/filing/change/kind-guide";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import type { BeforeChangeView } from "@/lib/usecases/changes/get-before-change";

const TONE = {
  ...({ done: "done", now: "you", later: "ended" } as const),
  ...({ unknown: "others", closed: "refused" } as const),
} satisfies Record<StepState, string>;
const ALLOWED = { yes: "done", ask: "you", no: "refused" } as const;

/** Where a step is gone; those elsewhere have no link. */
const placeOf = (id: string, step: KindStepId): string | null =>
  step === "account"
    ? "/console/account/real-name"
    : step === "migrate"
      ? `/console/filings/${id}/migrate`
      : null;

/** From person to unit, or back: the steps in their order, each with what is known of it (DF §15 B8). */
export async function Guide({ view, guide }: { view: BeforeChangeView; guide: KindGuide }) {
  const [t, locale] = [await getTranslations("change.before.kind"), toLocale(await getLocale())];
  const { way, allowed, steps } = guide;
  return (
    <>
      <Notice
        tone={ALLOWED[allowed]}
        title={t(
          `allowed.${way}.${allowed}` as never,
          { province: provinceName(view.province, locale) } as never,
        )}
        {...(allowed !== "yes" && {
          actions: <ButtonLink href={`/console/filings/${view.entityId}/leave`}>{t("leave")}</ButtonLink>,
        })}
      >
        {t(`allowedText.${way}.${allowed}` as never)}
      </Notice>
      <Panel title={t(`way.${way}`)} description={t("text")}>
        <ol className="flex flex-col gap-4">
          {steps.map(({ id, state }, index) => {
            const href = state === "now" || state === "unknown" ? placeOf(view.entityId, id) : null;
            return (
              <li key={id} className="border-t border-line pt-4 first:border-0 first:pt-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="font-semibold">
                    {t("step", { number: index + 1, name: t(`stepOf.${way}.${id}` as never) })}
                  </span>
                  <Tag tone={TONE[state]}>{t(`state.${state}`)}</Tag>
                </p>
                <p className="mt-1 max-w-prose text-muted">{t(`textOf.${way}.${id}` as never)}</p>
                {href !== null && (
                  <ButtonLink href={href} size="small" className="mt-2">
                    {t(`link.${id}` as never)}
                  </ButtonLink>
                )}
              </li>
            );
          })}
        </ol>
      </Panel>
    </>
  );
}
