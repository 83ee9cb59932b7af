import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { AWKWARD_DOMAINS } from "@/lib/boot/seed/awkward-data";
import { FILED_STORIES } from "@/lib/boot/seed/elsewhere-data";

/** Domains to type into a filing for those who want to see what a rule says. */
export function AwkwardDomains() {
  const t = useTranslations("sandbox.awkward");
  return (
    <section aria-labelledby="awkward" className="mt-8">
      <h2 id="awkward" className="text-h3">
        {t("title")}
      </h2>
      <p className="mt-1 text-muted">{t("text")}</p>
      <dl className="mt-4 grid gap-x-6 rounded-panel border border-line bg-surface px-4 py-2 sm:px-6 lg:grid-cols-2">
        {[...AWKWARD_DOMAINS, ...FILED_STORIES].map(({ domain, story }) => (
          <div key={domain} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
            <dt className="w-52">
              <Code copy={domain}>{domain}</Code>
            </dt>
            <dd className="min-w-0 text-muted">{t(`story.${story}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
