import { useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { Cause, Fit, Obstacle } from "@/lib/filing/guide/obstacles";
import { type Road, WAYS, type WayId } from "@/lib/filing/guide/ways-out";

/** Pages there are; a road without one is no link. */
const ROADS: Partial<Record<Road, string>> = {
  orders: "/console/orders",
  "new-order": "/console/orders/new",
  filings: "/console/filings",
  "sign-in": "/sign-in",
  // A filing is given away from where it lies: its own page has the form.
  migrate: "/console/filings",
  rules: "/rules",
  leaving: "/leaving",
};

/** Figures of the policy that steps name. */
export type WayFigures = { minutes: number; hours: number; days: number };

type Props = { obstacle: Obstacle; causes: readonly Cause[]; figures: WayFigures };

/** Why somebody stands there, cause by cause, and the ways out of it in the order to try them. */
export function Causes({ obstacle, causes, figures }: Props) {
  const t = useTranslations("waysOut");
  const sourceText = useSourceText();
  // A tag on every way says nothing where all of them help; and steps that were told are not told again.
  const tagged = causes.some(({ ways }) => ways.some(([, fit]) => fit !== "yes"));
  const isFirst = (way: WayId, at: number) =>
    !causes.slice(0, at).some(({ ways }) => ways.some(([one, fit]) => one === way && fit !== "no"));
  return (
    <ol className="flex flex-col gap-8">
      {causes.map(({ id, ways, source }, index) => (
        <li key={id}>
          <p className="text-small font-semibold text-muted">{t("cause", { number: index + 1 })}</p>
          <h3 className="text-h3">{t(`causeText.${obstacle}.${id}` as never)}</h3>
          <p className="text-small text-muted">{t("source", { source: sourceText(source) })}</p>
          <ol className="mt-2">
            {ways.map(([way, fit]) => (
              <li key={way} className="border-t border-line py-4 first:border-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="font-semibold">{t(`way.${way}.name`, figures)}</span>
                  {tagged && (
                    <Tag plain tone={TONE[fit]}>
                      {t(`fit.${fit}`)}
                    </Tag>
                  )}
                </p>
                {fit === "no" && (
                  <p className="mt-1 text-muted">{t(`notFit.${obstacle}.${id}.${way}` as never)}</p>
                )}
                {fit !== "no" && !isFirst(way, index) && <p className="mt-1 text-muted">{t("again")}</p>}
                {fit !== "no" && isFirst(way, index) && <Steps way={way} figures={figures} />}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

const TONE = { yes: "done", province: "others", no: "ended" } as const satisfies Record<Fit, string>;

function Steps({ way, figures }: { way: WayId; figures: WayFigures }) {
  const t = useTranslations("waysOut");
  const { steps, prepare, where, road } = WAYS[way];
  const href = road === null ? undefined : ROADS[road];
  return (
    <div className="mt-2 grid gap-x-10 gap-y-3 md:grid-cols-[minmax(0,1fr)_16rem]">
      <ol className="ml-5 flex max-w-prose list-decimal flex-col gap-1 text-form">
        {Array.from({ length: steps }, (_, index) => `way.${way}.${index + 1}`).map((step) => (
          <li key={step}>{t(step as never, figures as never)}</li>
        ))}
      </ol>
      <div className="flex flex-col items-start gap-2">
        <p className="text-muted">{t("where", { place: t(`place.${where}`) })}</p>
        {prepare.length > 0 && (
          <div>
            <p className="text-muted">{t("prepare")}</p>
            <ul className="ml-5 list-disc">
              {prepare.map((paper) => (
                <li key={paper}>{t(`paper.${paper}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {road !== null && href !== undefined && (
          <ButtonLink href={href} size="small">
            {t(`road.${road}`)}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
