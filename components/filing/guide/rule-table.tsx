import { useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import { looksAt } from "@/lib/filing/guide/browse-rules";
import type { Rule } from "@/lib/filing/rules/types";
import { fieldLabel } from "@/lib/messages/finding-text";

const TONE: Readonly<Record<Rule["level"], Tone>> = { error: "refused", warn: "you", info: "ended" };

/** Names of what a rule looks at, each once: fields of the application, and what is known from outside. */
function useLooksAt(): (rule: Rule) => readonly string[] {
  const t = useTranslations("publicRules.book");
  const fields = useTranslations("fields");
  const has = (key: string) => t.has(key as never);
  return (rule) => {
    const looked = looksAt(rule);
    const names = looked.fields.flatMap((field) => {
      if (has(`part.${field}`)) return [t(`part.${field}` as never)];
      const label = fieldLabel(
        Object.assign((key: string) => fields(key as never), {
          has: (key: string) => fields.has(key as never),
        }),
        field,
      );
      return label === field ? [] : [label];
    });
    return [...new Set([...names, ...looked.facts.map((fact) => t(`fact.${fact}`))])];
  };
}

/** Rules of one topic: what each asks for, whether it blocks, what it looks at, where it is written. */
export function RuleTable({ rules, label }: { rules: readonly Rule[]; label: string }) {
  const t = useTranslations("publicRules.book");
  const titles = useTranslations("rules");
  const sourceText = useSourceText();
  const namesOf = useLooksAt();
  return (
    <Table
      stacked
      label={label}
      frameClassName="rounded-panel border border-line bg-surface"
      className="table-fixed"
    >
      <THead>
        <Tr>
          <Th className="w-[34%]">{t("name")}</Th>
          <Th className="w-28">{t("levelHead")}</Th>
          <Th>{t("reads")}</Th>
          <Th className="w-[26%]">{t("source")}</Th>
        </Tr>
      </THead>
      <TBody>
        {rules.map((rule) => (
          <Tr key={rule.id} id={rule.id} className="scroll-mt-28 target:bg-accent-wash">
            <Td>
              <span className="font-semibold">{titles(`${rule.id}.title` as never)}</span>
              <span className="block font-mono text-small text-muted max-sm:mt-1">{rule.id}</span>
            </Td>
            <Td label={t("levelHead")}>
              <Tag plain tone={TONE[rule.level]}>
                {t(`level.${rule.level}`)}
              </Tag>
            </Td>
            <Td label={t("reads")}>{namesOf(rule).join(" · ")}</Td>
            <Td label={t("source")} className="text-muted">
              {sourceText(rule.source)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
