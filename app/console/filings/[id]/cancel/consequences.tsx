import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Consequences } from "@/lib/filing/registry/consequences";
import type { CancellationView } from "@/lib/usecases/cancel/get-cancellation";

const FACTS = [
  "entity-number",
  "shell",
  "stays-filed",
  "only-access",
  "mail-pages",
  "public-security",
  "until-approved",
  "quota-returned",
  "quota-kept",
  "backup",
] as const;

/** Sentences that are true of this one, beside those that name its parts. */
function isTrue(
  fact: (typeof FACTS)[number],
  { kind, left, hit, mailDomains, publicSecurity }: Consequences,
): boolean {
  const places = hit.flatMap(({ place }) => place ?? []);
  // Giving up the access frees the place in any case: nothing is served on it any more.
  const returned = kind === "CANCEL_ACCESS" || places.every((place) => place.returned);
  return {
    "entity-number": kind === "CANCEL_ENTITY",
    shell: kind === "CANCEL_SERVICE" && left === "shell",
    "stays-filed": kind === "CANCEL_ACCESS",
    "only-access": kind === "CANCEL_ACCESS",
    "mail-pages": mailDomains.length > 0,
    "public-security": publicSecurity.length > 0,
    "until-approved": true,
    "quota-returned": places.length > 0 && returned,
    "quota-kept": places.length > 0 && !returned,
    backup: true,
  }[fact];
}

/** What it does to this very filing, in words that name its domains and its other services (DF §11.3). */
export function WhatFollows({ view }: { view: CancellationView }) {
  const t = useTranslations("cancel.follows");
  const { target, consequences, filing, others } = view;
  const { deadDomains, keptDomains, neverAgain, hit } = consequences;
  const { type } = target;
  const apps = hit.filter(({ kind }) => kind === "APP").length;
  return (
    <Panel title={t("title")}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {deadDomains.length > 0 && (
          <li>
            {t(`domains.${type}`, { count: deadDomains.length })}
            <Domains domains={deadDomains} />
          </li>
        )}
        {keptDomains.length > 0 && (
          <li>
            {t("kept")}
            <Domains domains={keptDomains} />
          </li>
        )}
        {apps > 0 && <li>{t(`apps.${type}`, { count: apps })}</li>}
        {neverAgain.length > 0 && (
          <li className="font-semibold text-tone-refused">
            {t("neverAgain")}
            <Domains domains={neverAgain.map(({ domain }) => domain)} />
          </li>
        )}
        {FACTS.filter((fact) => isTrue(fact, consequences)).map((fact) => (
          <li key={fact}>{t(`fact.${fact}`, { number: filing.number })}</li>
        ))}
        {others.length > 0 && (
          <li>
            {t("untouched", { count: others.length })}
            <ul className="mt-1 flex flex-col gap-0.5">
              {others.map(({ number, name }) => (
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
