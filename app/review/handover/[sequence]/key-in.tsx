import { getTranslations } from "next-intl/server";
import type { Labels } from "@/app/authority/labels";
import { Code } from "@/components/ui/code";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { OutlineField, OutlineGroup } from "@/lib/filing/application/outline";
import type { HandoverDetail } from "@/lib/usecases/handover/read-handover";

type Props = { view: HandoverDetail; labels: Labels };

/** Field by field in the order of the form, each with a button that copies it unless it is masked; then the documents. */
export async function KeyIn({ view, labels }: Props) {
  const t = await getTranslations("handover.detail");
  const authority = await getTranslations("authority.submission");
  const numberOf = (group: OutlineGroup) => {
    const index = view.services.findIndex(({ id }) => group.subject === `services[${id}]`);
    return index < 0 ? "" : ` ${index + 1}`;
  };
  return (
    <>
      {view.outline.map((group) => (
        <Panel
          key={group.subject}
          title={
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-normal text-muted">
                {t(`kind.${group.kind}`)}
                {numberOf(group)}
              </span>
              {labels.group(group)}
              {group.hats.map((hat) => (
                <Tag key={hat} plain>
                  {authority(`hat.${hat}`)}
                </Tag>
              ))}
            </span>
          }
        >
          <DescriptionList
            columns={2}
            items={group.fields
              .filter(({ kind }) => kind !== "resource")
              .map((field) => ({
                id: field.path,
                label: labels.field(field),
                value: (
                  <Value
                    field={field}
                    text={labels.value(field)}
                    none={t("noValue")}
                    copies={view.whole || !field.sensitive}
                  />
                ),
              }))}
          />
        </Panel>
      ))}
      <Panel flush title={authority("materials")}>
        <Table stacked label={authority("materials")}>
          <THead>
            <Tr>
              <Th>{authority("material.code")}</Th>
              <Th>{authority("material.subject")}</Th>
              <Th>{authority("material.sha256")}</Th>
            </Tr>
          </THead>
          <TBody>
            {view.materials.map((material) => (
              <Tr key={`${material.code} ${material.subject} ${material.side} ${material.sha256}`}>
                <Td label={authority("material.code")}>
                  <span className="font-semibold">{labels.material(material.code)}</span>
                </Td>
                <Td label={authority("material.subject")}>{labels.subject(material.subject)}</Td>
                <Td label={authority("material.sha256")}>
                  <Code copy={material.sha256}>{`${material.sha256.slice(0, 12)}…`}</Code>
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </Panel>
    </>
  );
}

type ValueProps = { field: OutlineField; text: string; none: string; copies: boolean };

function Value({ field, text, none, copies }: ValueProps) {
  if (text === "") return <span className="text-muted">{none}</span>;
  return (
    <span className="inline-flex max-w-full items-start gap-1">
      <span className={field.kind === "mono" ? "min-w-0 font-mono break-all" : "min-w-0"}>{text}</span>
      {copies && <CopyButton text={text} />}
    </span>
  );
}
