import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { LEGAL_VERSIONS, type LegalId } from "@/lib/filing/policy/declarations";

/** Sections of each text, in their order; sentences are `legal.<id>.<version>.sections.<section>`. */
const SECTIONS = {
  terms: ["service", "applicant", "access", "account", "stop", "change"],
  privacy: ["what", "why", "basis", "safe", "keep", "rights"],
} as const satisfies Record<LegalId, readonly string[]>;

/** One of the texts an applicant agrees to, in the newest wording or one that was agreed to earlier. */
export async function LegalText({ id, asked }: { id: LegalId; asked: string | string[] | undefined }) {
  const t = await getTranslations("legal");
  const known: readonly string[] = LEGAL_VERSIONS[id];
  const newest = known.at(-1) ?? "";
  const version = asked === undefined ? newest : String(asked);
  if (!known.includes(version)) notFound();
  const say = (key: string) => t(`${id}.${version}.${key}` as never);
  return (
    <>
      <PageHeader
        title={t(`${id}.title`)}
        description={say("lead")}
        action={<PrintButton label={t("print")} />}
      />
      {version !== newest && <Notice tone="others">{t("older")}</Notice>}
      <article className="max-w-[44rem] rounded-panel border border-line bg-surface px-4 py-6 sm:px-8">
        <p className="mb-6 text-muted">{t("version", { version })}</p>
        {SECTIONS[id].map((section) => (
          <section key={section} className="mb-6 last:mb-0">
            <h2 className="mb-1 text-lg font-semibold">{say(`sections.${section}.title`)}</h2>
            <p className="text-form">{say(`sections.${section}.text`)}</p>
          </section>
        ))}
      </article>
    </>
  );
}
