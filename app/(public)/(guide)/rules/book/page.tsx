import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterForm, FilterSelect, FilterText } from "@/components/filing/guide/filter-fields";
import { RuleTable } from "@/components/filing/guide/rule-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { browseRules, RULE_LEVELS, readRuleFilter } from "@/lib/filing/guide/browse-rules";
import type { Query } from "@/lib/filing/guide/query";
import { BOOK } from "@/lib/filing/rules";
import { TOPICS } from "@/lib/filing/rules/types";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publicRules.book");
  return { title: t("title"), description: t("lead", { count: BOOK.length }) };
}

/** The rule book itself: every rule by topic, as the form, the gate and the reviewer read it. */
export default async function BookPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, titles, codes] = await Promise.all([
    getTranslations("publicRules"),
    getTranslations("rules"),
    getTranslations("codes.topic"),
  ]);
  const filter = readRuleFilter(await searchParams);
  const topics = browseRules(BOOK, filter, (rule) => titles(`${rule.id}.title` as never));
  const count = topics.reduce((sum, { rules }) => sum + rules.length, 0);
  const any = t("book.filter.any");
  return (
    <>
      <PageHeader
        title={t("book.title")}
        description={t("book.lead", { count: BOOK.length })}
        action={<PrintButton label={t("print")} />}
      />
      <FilterForm
        action="/rules/book"
        label={t("filter.title")}
        submit={t("book.filter.apply")}
        clear={{ label: t("book.filter.clear"), active: Object.values(filter).some(Boolean) }}
        state={filter}
      >
        <FilterText
          name="q"
          label={t("book.filter.text")}
          value={filter.q}
          placeholder={t("book.filter.textPlaceholder")}
        />
        <FilterSelect
          name="topic"
          label={t("book.filter.topic")}
          value={filter.topic}
          any={any}
          options={TOPICS.map((value) => ({ value, label: codes(value) }))}
        />
        <FilterSelect
          name="level"
          label={t("book.filter.level")}
          value={filter.level}
          any={any}
          options={RULE_LEVELS.map((value) => ({ value, label: t(`book.level.${value}`) }))}
        />
      </FilterForm>
      <dl className="mb-6 grid gap-x-8 gap-y-1 text-muted sm:grid-cols-3">
        {RULE_LEVELS.map((level) => (
          <div key={level}>
            <dt className="inline font-semibold text-text">{t(`book.level.${level}`)}</dt>{" "}
            <dd className="inline">{t(`book.levelText.${level}`)}</dd>
          </div>
        ))}
      </dl>
      <p role="status" className="mb-3 text-muted">
        {t("book.found", { count })}
      </p>
      {count === 0 && (
        <Panel>
          <EmptyState title={t("book.none")}>{t("book.noneText")}</EmptyState>
        </Panel>
      )}
      <div className="flex flex-col gap-10">
        {topics.map(({ topic, rules }) => (
          <section key={topic} aria-labelledby={`topic-${topic}`}>
            <h2 id={`topic-${topic}`} className="mb-3 text-h3">
              {codes(topic)} <span className="font-normal text-muted tabular-nums">{rules.length}</span>
            </h2>
            <RuleTable rules={rules} label={codes(topic)} />
          </section>
        ))}
      </div>
    </>
  );
}
