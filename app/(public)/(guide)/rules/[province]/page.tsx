import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FactList } from "@/components/filing/guide/fact-list";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { Tag } from "@/components/ui/tag";
import { FACT_GROUPS } from "@/lib/filing/guide/fact-words";
import { provinceFacts } from "@/lib/filing/guide/province-facts";
import { provinceBySlug } from "@/lib/filing/guide/province-slug";
import { dayOf } from "@/lib/filing/policy/calendar";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { publicPolicy } from "@/lib/usecases/guide/public-policy";
import { AtAGlance } from "./at-a-glance";
import { Neighbours } from "./neighbours";

type Props = { params: Promise<{ province: string }> };

async function load(params: Props["params"]) {
  const { policy, now } = await publicPolicy();
  const province = provinceBySlug(policy.provinces, (await params).province);
  if (province === undefined) notFound();
  return { policy, now, province, name: provinceName(province.code, toLocale(await getLocale())) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { name }] = await Promise.all([getTranslations("publicRules.province"), load(params)]);
  return { title: t("title", { name }), description: t("lead", { name }) };
}

/** Everything the policy knows of a province, in words, each line with its source. */
export default async function ProvincePage({ params }: Props) {
  const [t, { policy, now, province, name }] = await Promise.all([
    getTranslations("publicRules"),
    load(params),
  ]);
  const facts = provinceFacts(province, policy, dayOf(now));
  const groups = FACT_GROUPS.filter((group) => facts.some((fact) => fact.group === group));
  const limit = policy.provider.authorityReviewMaxWorkingDays;
  const max = province.days[1];
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("guide.rules"), href: "/rules" }, { label: name }]}
        title={t("province.title", { name })}
        tag={<Tag plain>{t("province.abbr", { abbr: province.abbr })}</Tag>}
        description={t("province.lead", { name })}
        action={
          <>
            <ButtonLink href={`/materials?province=${province.code}`} variant="primary">
              {t("province.materials", { name })}
            </ButtonLink>
            <PrintButton label={t("print")} />
          </>
        }
      />
      <AtAGlance province={province} limit={limit} />
      {max > limit && (
        <div className="mt-4">
          <Notice tone="you">{t("province.exceeds", { max, limit })}</Notice>
        </div>
      )}
      <div className="mt-10 grid items-start gap-x-12 lg:grid-cols-[minmax(0,1fr)_13rem]">
        <div className="flex min-w-0 flex-col gap-10">
          {groups.map((group) => (
            <section key={group} aria-labelledby={`group-${group}`} className="scroll-mt-24">
              <h2 id={`group-${group}`} className="mb-2 scroll-mt-24 text-h3">
                {t(`group.${group}`)}
              </h2>
              <FactList facts={facts.filter((fact) => fact.group === group)} />
            </section>
          ))}
        </div>
        <OnThisPage title={t("province.onPage")}>
          {groups.map((group) => ({ href: `#group-${group}`, label: t(`group.${group}`) }))}
        </OnThisPage>
      </div>
      <Neighbours province={province} all={Object.values(policy.provinces)} />
    </>
  );
}

function OnThisPage({
  title,
  children,
}: {
  title: string;
  children: readonly { href: string; label: string }[];
}) {
  return (
    <nav aria-label={title} data-no-print className="sticky top-28 max-lg:hidden">
      <p className="mb-2 text-small font-semibold text-muted">{title}</p>
      <ul className="border-l border-line">
        {children.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="block py-1 pl-3 text-muted hover:text-accent">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
