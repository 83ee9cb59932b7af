import { useTranslations } from "next-intl";
import { OutlineValue } from "@/components/filing/check/outline-value";
import { Panel } from "@/components/ui/panel";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { FieldChange, GroupChange } from "@/lib/filing/application/changes";

/** What a change makes different: each answer as it is filed, and as it will be. */
export function SideBySide({ groups }: { groups: readonly GroupChange[] }) {
  const t = useTranslations("change.compare");
  const count = groups.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <Panel title={t("title")} description={t("count", { count })} flush>
      {groups.map((group) => (
        <Group key={group.subject} group={group} />
      ))}
    </Panel>
  );
}

function Group({ group: { kind, title, change, fields } }: { group: GroupChange }) {
  const [t, orders, names] = [
    useTranslations("change.compare"),
    useTranslations("orders"),
    useTranslations("fields"),
  ];
  const heading = [orders(`check.kind.${kind}`), title].filter(Boolean).join(" · ");
  return (
    <section className="border-t border-line pt-4">
      <h3 className="flex flex-wrap items-center gap-2 px-4 text-base font-semibold sm:px-6">
        {heading}
        {change !== "changed" && (
          <Tag plain tone="you">
            {orders(`changes.${change}`)}
          </Tag>
        )}
      </h3>
      <Table stacked label={heading}>
        <THead>
          <tr>
            <Th className="w-[10rem]">{t("field")}</Th>
            <Th>{t("filed")}</Th>
            <Th>{t("now")}</Th>
          </tr>
        </THead>
        <tbody>
          {fields.map((field) => (
            <Tr key={field.path}>
              <Td>{names(`${field.key}.label` as never)}</Td>
              <Td label={t("filed")} className="break-words text-muted">
                <Said kind={field.kind} values={field.before} />
              </Td>
              <Td label={t("now")} className="break-words">
                <Said kind={field.kind} values={field.after} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Said({ kind, values }: { kind: FieldChange["kind"]; values: FieldChange["after"] }) {
  const t = useTranslations("change.compare");
  return values.length === 0 ? (
    <span className="text-muted">{t("empty")}</span>
  ) : (
    <OutlineValue field={{ kind, values }} />
  );
}
