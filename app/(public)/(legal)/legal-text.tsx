import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { LEGAL_VERSION } from "@/lib/filing/policy/declarations";

/** Sections of each text, in their order; sentences are `legal.<id>.sections.<section>`. */
const SECTIONS = {
  terms: ["service", "applicant", "access", "account", "stop", "change"],
  privacy: ["what", "why", "basis", "safe", "keep", "rights"],
} as const;
type LegalId = keyof typeof SECTIONS;

/** One of the texts an applicant agrees to. */
export async function LegalText({ id }: { id: LegalId }) {
  const t = await getTranslations("legal");
  return (
    <>
      <PageHeader
        title={t(`${id}.title`)}
        description={t(`${id}.lead`)}
        action={<PrintButton label={t("print")} />}
      />
      <article className="max-w-[44rem] rounded-panel border border-line bg-surface px-4 py-6 sm:px-8">
        <p className="mb-6 text-muted">{t("version", { version: LEGAL_VERSION })}</p>
        {SECTIONS[id].map((section) => (
          <section key={section} className="mb-6 last:mb-0">
            <h2 className="mb-1 text-lg font-semibold">{t(`${id}.sections.${section}.title` as never)}</h2>
            <p className="text-form">{t(`${id}.sections.${section}.text` as never)}</p>
          </section>
        ))}
      </article>
    </>
  );
}
