import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MaterialCard } from "@/components/filing/guide/material-card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import { slugOf } from "@/lib/filing/guide/province-slug";
import type { Query } from "@/lib/filing/guide/query";
import { oncePerService, readSituation, situationContext } from "@/lib/filing/guide/situation";
import { requiredMaterials } from "@/lib/filing/rules";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { publicPolicy } from "@/lib/usecases/guide/public-policy";
import { SituationForm } from "./situation-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publicMaterials");
  return { title: t("title"), description: t("lead") };
}

/** Which documents a situation needs; the address describes the situation. */
export default async function MaterialsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, { policy, now }, locale] = await Promise.all([
    getTranslations("publicMaterials"),
    publicPolicy(),
    getLocale(),
  ]);
  const situation = readSituation(await searchParams, policy);
  const slots = oncePerService(requiredMaterials(situationContext(situation, policy, now)));
  const province = policy.provinces[situation.province];
  const name = provinceName(situation.province, toLocale(locale));
  const groups = [
    ["required", slots.filter(({ optional }) => !optional)],
    ["optional", slots.filter(({ optional }) => optional)],
  ] as const;
  const refused =
    province?.entityLead === "MUST_LEGAL_REP" &&
    situation.entityLead === "other" &&
    situation.nature !== NATURE_PERSON;
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} action={<PrintButton label={t("print")} />} />
      <SituationForm situation={situation} provinces={Object.keys(policy.provinces)} />
      {refused && (
        <div className="mb-4">
          <Notice tone="refused">{t("leadRefused", { name })}</Notice>
        </div>
      )}
      <p role="status" className="mb-6 flex flex-wrap justify-between gap-x-6 gap-y-1 text-muted">
        <span>{t("counted", { required: groups[0][1].length, optional: groups[1][1].length })}</span>
        {province && (
          <Link href={`/rules/${slugOf(province)}`} className="link">
            {t("rulesOf", { name })}
          </Link>
        )}
      </p>
      <div className="flex flex-col gap-10">
        {groups
          .filter(([, list]) => list.length > 0)
          .map(([group, list]) => (
            <section key={group} aria-labelledby={`materials-${group}`}>
              <h2 id={`materials-${group}`} className="text-h3">
                {t(group)}
              </h2>
              <p className="text-muted">{t(`${group}Text`)}</p>
              <ul className="mt-3">
                {list.map((slot) => (
                  <MaterialCard key={`${slot.code}${slot.subject}`} slot={slot} />
                ))}
              </ul>
            </section>
          ))}
      </div>
    </>
  );
}
