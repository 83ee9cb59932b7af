import { useTranslations } from "next-intl";
import { PrepareLists } from "@/components/filing/prepare-lists";

/** What to have at hand before one starts. */
export function Prepare() {
  const t = useTranslations("landing.prepare");
  return (
    <section aria-labelledby="prepare-title">
      <h2 id="prepare-title" className="text-h2">
        {t("title")}
      </h2>
      <div className="mt-6">
        <PrepareLists />
      </div>
    </section>
  );
}

/** What is different here, in three plain promises. */
export function Promises() {
  const t = useTranslations("landing.promise");
  return (
    <section aria-labelledby="promise-title">
      <h2 id="promise-title" className="text-h2">
        {t("title")}
      </h2>
      <dl className="mt-6 grid gap-8 md:grid-cols-3">
        {(["defects", "kept", "private"] as const).map((id) => (
          <div key={id} className="border-l-2 border-accent pl-4">
            <dt className="text-h3 font-semibold">{t(id)}</dt>
            <dd className="mt-1 text-form text-muted">{t(`${id}Text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
