import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { slugOfObstacle } from "@/lib/filing/guide/obstacle-slug";
import { OBSTACLES } from "@/lib/filing/guide/obstacles";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("waysOut");
  return { title: t("title"), description: t("lead") };
}

/** Every situation that stops somebody, with its page. */
export default async function ObstaclesPage() {
  const t = await getTranslations("waysOut");
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
    </>
  );
}
