import { useTranslations } from "next-intl";
import { RoadSteps } from "@/components/filing/road-steps";

/** The road of a filing, on the front door. */
export function Road() {
  const t = useTranslations("landing.road");
  return (
    <section aria-labelledby="road-title" className="border-y border-line bg-surface">
      <div className="mx-auto max-w-content px-4 py-12 sm:px-8">
        <h2 id="road-title" className="text-h2">
          {t("title")}
        </h2>
        <p className="mt-1 text-form text-muted">{t("text")}</p>
        <div className="mt-8">
          <RoadSteps />
        </div>
      </div>
    </section>
  );
}
