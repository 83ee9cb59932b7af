import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { slugOfObstacle } from "@/lib/filing/guide/obstacle-slug";
import { OBSTACLES } from "@/lib/filing/guide/obstacles";
import { outcomeOfScenario, SCENARIOS, type Scenario } from "@/lib/filing/guide/scenarios";
import { publicPolicy } from "@/lib/usecases/guide/public-policy";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waysOut");
  return { title: t("title"), description: t("lead") };
}

/** Every situation that stops somebody, with its page. */
export default async function ObstaclesPage() {
  const [t, { policy }] = [await getTranslations("waysOut"), await publicPolicy()];
  // The one answer that is the provider's own.
  const asksAlways = (scenario: Scenario) =>
    scenario === "ip-changed-plain" && outcomeOfScenario(scenario, policy.provider).outcome !== "optional";
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <ul aria-label={t("list")}>
        {OBSTACLES.map((obstacle) => (
          <li key={obstacle} className="border-t border-line py-4 first:border-0">
            <Link href={`/ways-out/${slugOfObstacle(obstacle)}`} className="link text-h3">
              {t(`obstacle.${obstacle}.title`)}
            </Link>
            <p className="mt-1 max-w-prose text-muted">{t(`obstacle.${obstacle}.text`)}</p>
          </li>
        ))}
      </ul>
      <section aria-labelledby="scenarios" className="mt-8 border-t border-line pt-6">
        <h2 id="scenarios" className="text-h3">
          {t("scenarios.title")}
        </h2>
        <p className="text-muted">{t("scenarios.text")}</p>
        <dl className="mt-3">
          {SCENARIOS.map((scenario) => (
            <div
              key={scenario}
              className="grid gap-x-8 gap-y-1 border-t border-line py-3 first:border-0 md:grid-cols-2"
            >
              <dt className="font-semibold">{t(`scenarios.of.${scenario}.when`)}</dt>
              <dd>{asksAlways(scenario) ? t("scenarios.always") : t(`scenarios.of.${scenario}.then`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
