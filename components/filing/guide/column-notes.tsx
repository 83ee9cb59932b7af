import { useLocale, useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import { isBinding } from "@/lib/filing/guide/province-facts";
import { dated } from "@/lib/filing/policy/editions";
import { COLUMN_SOURCES } from "@/lib/filing/policy/provinces/master";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { EffectTag } from "./effect-tag";

const SHOWN = [
  ["days", "days"],
  ["entityLead", "lead"],
  ["serviceLeadLetter", "serviceLetter"],
  ["nameChangeLetter", "rename"],
  ["accessInfoMayDiffer", "access"],
  ["nonLocalId", "nonLocal"],
  ["minAge", "age"],
] as const;

/** What each column means, where it was read and when, and whether it binds. */
export function ColumnNotes() {
  const t = useTranslations("publicRules");
  const sourceText = useSourceText();
  const locale = toLocale(useLocale());
  return (
    <section aria-labelledby="columns-title" className="mt-12">
      <h2 id="columns-title" className="text-h2">
        {t("columns.title")}
      </h2>
      <dl className="mt-4 grid gap-x-12 md:grid-cols-2">
        {SHOWN.map(([column, head]) => {
          const source = COLUMN_SOURCES[column];
          return (
            <div key={column} className="border-t border-line py-4">
              <dt className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                {t(`table.${head}`)}
                <EffectTag authoritative={isBinding(source)} />
              </dt>
              <dd className="mt-1">{t(`columns.${column}`)}</dd>
              <dd className="mt-1 text-small text-muted">
                {t("province.source", {
                  source: sourceText(source),
                  date: formatDate(Date.parse(dated(source).effectiveFrom), locale),
                })}
              </dd>
            </div>
          );
        })}
        <div className="border-t border-line py-4 text-muted">
          <dt className="sr-only">{t("province.levelHead")}</dt>
          {(["authoritative", "advisory"] as const).map((effect) => (
            <dd key={effect} className="mb-2">
              <span className="font-semibold text-text">{t(`columns.${effect}`)}</span>{" "}
              {t(`columns.${effect}Text`)}
            </dd>
          ))}
        </div>
      </dl>
    </section>
  );
}
