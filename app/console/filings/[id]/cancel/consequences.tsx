import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { CancellationView } from "@/lib/usecases/cancel/get-cancellation";

/** What it does to this very filing, in words that name its domains and its other services (DF §11.3). */
export function WhatFollows({ view }: { view: CancellationView }) {
  const t = useTranslations("cancel.follows");
  const { target, consequences, filing } = view;
  const { domains, neverAgain, apps, untouched, facts } = consequences;
  const { type } = target;
  return (
    <Panel title={t("title")}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {domains.length > 0 && (
          <li>
            {t(`domains.${type}`, { count: domains.length })}
            <Domains domains={domains} />
          </li>
        )}
        {apps > 0 && <li>{t(`apps.${type}`, { count: apps })}</li>}
        {neverAgain.length > 0 && (
          <li className="font-semibold text-tone-refused">
            {t("neverAgain")}
            <Domains domains={neverAgain} />
          </li>
        )}
        {facts.map((fact) => (
          <li key={fact}>{t(`fact.${fact}`, { number: filing.number })}</li>
        ))}
        {untouched.length > 0 && (
          <li>
            {t("untouched", { count: untouched.length })}
            <ul className="mt-1 flex flex-col gap-0.5">
              {untouched.map(({ number, name }) => (
                <li key={number} className="text-muted">
                  {name} <span className="font-mono break-all">{number}</span>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function Domains({ domains }: { domains: readonly string[] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5">
      {domains.map((domain) => (
        <li key={domain} className="font-mono break-all">
          {domain}
        </li>
      ))}
    </ul>
  );
}
