import { getTranslations } from "next-intl/server";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { SubmissionView } from "@/lib/authority/sandbox/usecases/read-submission";
import type { OutlineGroup } from "@/lib/filing/application/outline";
import type { Labels } from "../../labels";

type Props = { view: SubmissionView; labels: Labels };

/** The application as it arrived, one panel a part. */
export function FieldPanels({ view, labels }: Props) {
  return view.outline.map((group) => <GroupPanel key={group.subject} group={group} labels={labels} />);
}

async function GroupPanel({ group, labels }: { group: OutlineGroup; labels: Labels }) {
  const t = await getTranslations("authority.submission");
  // Which of its servers a site runs on is the provider's own affair; the authority looks at place and address.
  const fields = group.fields.filter(({ kind }) => kind !== "resource");
  const items = fields.map((field) => ({
    id: field.path,
    label: labels.field(field),
    value:
      field.kind === "mono" && field.values.length > 0 ? (
        <span className="font-mono break-all">{labels.value(field)}</span>
      ) : (
        labels.value(field)
      ),
  }));
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-normal text-muted">{t(`kind.${group.kind}`)}</span>
          {labels.group(group)}
          {group.hats.map((hat) => (
            <Tag key={hat} plain>
              {t(`hat.${hat}`)}
            </Tag>
          ))}
        </span>
      }
    >
      <DescriptionList items={items} columns={2} />
    </Panel>
  );
}

/** Names and checksums; the documents stay with the provider. */
export async function MaterialsPanel({ view, labels }: Props) {
  const t = await getTranslations("authority.submission");
  if (view.materials.length === 0)
    return (
      <Panel title={t("materials")}>
        <EmptyState title={t("noMaterials")} />
      </Panel>
    );
  return (
    <Panel flush title={t("materials")} description={t("materialsText")}>
      <Table stacked label={t("materials")}>
        <THead>
          <Tr>
            <Th>{t("material.code")}</Th>
            <Th>{t("material.subject")}</Th>
            <Th>{t("material.side")}</Th>
            <Th>{t("material.sha256")}</Th>
          </Tr>
        </THead>
        <TBody>
          {view.materials.map((material) => (
            <Tr key={`${material.code} ${material.subject} ${material.side}`}>
              <Td label={t("material.code")}>
                <span className="font-semibold">{labels.material(material.code)}</span>
              </Td>
              <Td label={t("material.subject")}>{labels.subject(material.subject)}</Td>
              <Td label={t("material.side")} className="whitespace-nowrap">
                {t.has(`side.${material.side}` as never)
                  ? t(`side.${material.side}` as never)
                  : material.side}
              </Td>
              <Td label={t("material.sha256")}>
                <Code copy={material.sha256}>
                  {`${material.sha256.slice(0, 12)}…${material.sha256.slice(-6)}`}
                </Code>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Panel>
  );
}
