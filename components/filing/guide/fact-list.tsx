import { useLocale, useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import { Tag } from "@/components/ui/tag";
import type { FactList as Listed } from "@/lib/filing/guide/fact-words";
import type { ProvinceFact } from "@/lib/filing/guide/province-facts";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { EffectTag } from "./effect-tag";

/** Writes a fact as its sentence; codes in it get their names. */
function useFactText(): (fact: ProvinceFact) => string {
  const t = useTranslations("publicRules.fact");
  const notes = useTranslations("provinces.note");
  const codes = useTranslations("codes");
  const locale = useLocale();
  const comma = locale === "en" ? ", " : "、";
  const written = ({ table, items }: Listed) =>
    items.map((item) => (table === "words" ? String(item) : codes(`${table}.${item}` as never))).join(comma);
  return ({ key, params, list, note }) => {
    if (note) return notes(key as never);
    return t(key as never, { ...params, ...(list && { list: written(list) }) } as never);
  };
}

/** Requirements one below the other: for whom, what, whether it binds, and where it is written. */
export function FactList({ facts }: { facts: readonly ProvinceFact[] }) {
  const t = useTranslations("publicRules.province");
  const text = useFactText();
  const sourceText = useSourceText();
  const locale = toLocale(useLocale());
  return (
    <ul>
      {facts.map((fact) => (
        <li
          key={`${fact.key}${fact.side ?? ""}`}
          className="grid gap-x-8 gap-y-1 border-t border-line py-3 md:grid-cols-[minmax(0,1fr)_5.5rem_15rem]"
        >
          <p className="text-form">
            {fact.side && (
              <span className="mr-2">
                <Tag plain>{t(fact.side)}</Tag>
              </span>
            )}
            {text(fact)}
          </p>
          <p className="max-md:order-last">
            <EffectTag authoritative={fact.authoritative} />
          </p>
          <p className="text-small text-muted md:pt-1">
            {fact.source === null || fact.date === null
              ? t("ownSource")
              : t("source", {
                  source: sourceText(fact.source),
                  date: formatDate(Date.parse(fact.date), locale),
                })}
          </p>
        </li>
      ))}
    </ul>
  );
}
