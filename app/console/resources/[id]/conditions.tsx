import { clsx } from "clsx";
import { getTranslations } from "next-intl/server";
import { TONE_ICON, TONE_INK } from "@/components/ui/tone";
import type { CodeCondition } from "@/lib/filing/codes/conditions";

/** Everything that making a code hangs on, one by one: what is met, and what to do about the rest. */
export async function Conditions({ rows }: { rows: readonly CodeCondition[] }) {
  const t = await getTranslations("authCodes");
  return (
    <ul aria-label={t("conditions")} className="grid gap-x-8 gap-y-2 md:grid-cols-2">
      {rows.map(({ id, met, params }) => {
        const tone = met ? "done" : "refused";
        const Icon = TONE_ICON[tone];
        return (
          <li key={id} data-met={met} className="flex items-start gap-2">
            <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", TONE_INK[tone])} />
            <span className="min-w-0">
              <span className="sr-only">{t(met ? "met" : "unmet")} </span>
              {t(`condition.${id}.need`, params)}
              {!met && <span className="block text-muted">{t(`condition.${id}.unmet`, params)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
