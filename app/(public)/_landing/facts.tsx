import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

const ITEMS = ["a", "b", "c", "d"] as const;

/** What to have at hand before one starts. */
export function Prepare() {
  const t = useTranslations("landing.prepare");
  return (
    <section aria-labelledby="prepare-title">
      <h2 id="prepare-title" className="text-h2">
        {t("title")}
      </h2>
      <div className="mt-6 grid gap-8 md:grid-cols-2 md:gap-12">
        {(["unit", "person"] as const).map((kind) => (
          <div key={kind}>
            <h3 className="border-b-2 border-text pb-2 text-h3">{t(kind)}</h3>
            <ul>
              {ITEMS.map((item) => (
                <li key={item} className="flex gap-3 border-b border-line py-3 text-form">
                  <Check aria-hidden className="mt-1 size-[18px] shrink-0 text-tone-done" />
                  {t(`${kind}Items.${item}`)}
                </li>
              ))}
            </ul>
          </div>
        ))}
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
