import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FilterForm, FilterSelect } from "@/components/filing/guide/filter-fields";
import { Causes } from "@/components/filing/guide/obstacle/causes";
import { OfflineChannel } from "@/components/filing/guide/obstacle/offline-channel";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { slugOfObstacle } from "@/lib/filing/guide/obstacle-slug";
import { causesOf, obstacleBySlug } from "@/lib/filing/guide/obstacles";
import { firstValues, type Query } from "@/lib/filing/guide/query";
import { WAYS } from "@/lib/filing/guide/ways-out";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import { publicPolicy } from "@/lib/usecases/guide/public-policy";

type Props = { params: Promise<{ obstacle: string }>; searchParams: Promise<Query> };

async function load(params: Props["params"]) {
  const obstacle = obstacleBySlug((await params).obstacle);
  if (obstacle === undefined) notFound();
  return obstacle;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, obstacle] = await Promise.all([getTranslations("waysOut.obstacle"), load(params)]);
  return { title: t(`${obstacle}.title`), description: t(`${obstacle}.text`) };
}

/** One situation: what it means, its causes, and for each the ways out with steps, papers and places. */
export default async function ObstaclePage({ params, searchParams }: Props) {
  const [t, obstacle, { policy }] = await Promise.all([
    getTranslations("waysOut"),
    load(params),
    publicPolicy(),
  ]);
  const locale = toLocale(await getLocale());
  const asked = firstValues(await searchParams).province ?? "";
  const province = Object.hasOwn(policy.provinces, asked) ? asked : "110000";
  const { provider } = policy;
  const causes = causesOf(obstacle, province, provider);
  const offline = causes.some(({ ways }) => ways.some(([way, fit]) => fit !== "no" && WAYS[way].offline));
  const figures = {
    minutes: provider.retryAfterOutageMinutes,
    hours: provider.syncHours,
    days: provider.authorityReviewMaxWorkingDays,
  };
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("crumb"), href: "/ways-out" }, { label: t(`obstacle.${obstacle}.title`) }]}
        title={t(`obstacle.${obstacle}.title`)}
        description={t(`obstacle.${obstacle}.text`)}
        action={<PrintButton label={t("print")} />}
      />
      <section aria-labelledby="causes">
        <h2 id="causes" className="sr-only">
          {t("causes")}
        </h2>
        {causes.length > 1 && <p className="mb-4 text-muted">{t("causesText")}</p>}
        <Causes obstacle={obstacle} causes={causes} figures={figures} />
      </section>
      {offline && (
        <div className="mt-8 border-t border-line pt-6">
          <OfflineChannel province={province} />
          <div className="mt-4">
            <FilterForm
              action={`/ways-out/${slugOfObstacle(obstacle)}`}
              label={t("offline.choose")}
              submit={t("offline.apply")}
              state={province}
            >
              <FilterSelect
                name="province"
                label={t("offline.choose")}
                value={province}
                options={Object.keys(policy.provinces).map((code) => ({
                  value: code,
                  label: provinceName(code, locale),
                }))}
              />
            </FilterForm>
          </div>
        </div>
      )}
    </>
  );
}
