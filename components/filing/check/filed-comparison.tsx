import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { ComparedField, ComparedGroup } from "@/lib/filing/rules/filed-comparison";
import { OutlineValue } from "./outline-value";

type Props = {
  groups: readonly ComparedGroup[];
  /** Open at once; closed ones say how many differ. */
  open?: boolean;
};

/** What was typed beside what is filed, field by field: where they must be equal, and where they are not. */
export function FiledComparison({ groups, open = false }: Props) {
  const t = useTranslations("orders.filedComparison");
  const differing = groups.flatMap(({ fields }) => fields.filter(({ differs }) => differs)).length;
  return (
    <details open={open} className="rounded-panel border border-line bg-surface">
      <summary className="flex cursor-pointer flex-wrap items-center gap-2 px-4 py-3 font-semibold sm:px-6">
        {t("title")}
        <Tag tone={differing > 0 ? "you" : "done"}>{t("differing", { count: differing })}</Tag>
      </summary>
      {groups.map(({ subject, number, fields }) => {
        const whose = t(subject === "entity" ? "entity" : "service", { number: number ?? t("unnumbered") });
        return (
          <div key={subject} className="border-t border-line">
            <h2 className="px-4 pt-3 text-base sm:px-6">{whose}</h2>
            <Fields fields={fields} label={`${t("title")} ${whose}`} />
          </div>
        );
      })}
    </details>
  );
}

function Fields({ fields, label }: { fields: readonly ComparedField[]; label: string }) {
  const t = useTranslations("orders.filedComparison");
  const names = useTranslations("fields");
  return (
    <DataTable
      label={label}
      rows={fields}
      rowKey={({ path }) => path}
      columns={[
        { label: t("field"), strong: true, cell: ({ key }) => names(`${key}.label` as never) },
        { label: t("typed"), cell: ({ kind, values }) => <Values kind={kind} values={values} /> },
        {
          label: t("filed"),
          cell: ({ kind, filed }) =>
            filed === null ? (
              <span className="text-muted">{t("unknown")}</span>
            ) : (
              <Values kind={kind} values={filed} />
            ),
        },
        { label: t("state"), cell: (field) => <State field={field} /> },
      ]}
    />
  );
}

function Values({ kind, values }: Pick<ComparedField, "kind" | "values">) {
  const common = useTranslations("common");
  return values.length === 0 ? (
    <span className="text-muted">{common("notProvided")}</span>
  ) : (
    <OutlineValue field={{ kind, values }} />
  );
}

function State({ field: { differs, filed, must, values } }: { field: ComparedField }) {
  const t = useTranslations("orders.filedComparison.states");
  if (filed === null) return <span className="text-muted">{t(must ? "askMust" : "ask")}</span>;
  // Nothing typed yet agrees with nothing.
  if (values.length === 0) return <span className="text-muted">{t(must ? "blankMust" : "blank")}</span>;
  if (!differs) return <Tag tone="done">{t("same")}</Tag>;
  return <Tag tone={must ? "refused" : "you"}>{t(must ? "mustMatch" : "differs")}</Tag>;
}
