import { useLocale, useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import { Panel } from "@/components/ui/panel";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { COMPARED, type Compared, type ComparedRow } from "@/lib/filing/guide/cancellation-table";
import { CANCELLATIONS } from "@/lib/filing/lifecycle/life";

/** The three cancellations side by side, before anybody chooses. */
export function CancellationComparison({ table }: { table: Readonly<Record<Compared, ComparedRow>> }) {
  const t = useTranslations("leave.compare");
  const sourceText = useSourceText();
  const comma = useLocale() === "en" ? "; " : "；";
  const sources = new Set(
    // The documents without their headings: thirty cells share a handful.
    COMPARED.flatMap((row) =>
      CANCELLATIONS.map((kind) => sourceText(table[row][kind].source.split(":")[0] ?? "")),
    ),
  );
  return (
    <Panel title={t("title")} description={t("text")} flush>
      <Table label={t("title")} stacked className="table-fixed">
        <THead>
          <Tr>
            <Th className="w-40">{t("item")}</Th>
            {CANCELLATIONS.map((kind) => (
              <Th key={kind}>{t(`kind.${kind}`)}</Th>
            ))}
          </Tr>
        </THead>
        <TBody>
          {COMPARED.map((row) => (
            <Tr key={row}>
              <th
                scope="row"
                className="px-3 py-2 text-left align-top font-semibold max-sm:block max-sm:px-0 sm:pl-6"
              >
                {t(`row.${row}.name`)}
              </th>
              {CANCELLATIONS.map((kind) => {
                const { value, params } = table[row][kind];
                return (
                  <Td key={kind} label={t(`kind.${kind}`)} className="align-top!">
                    {t(`row.${row}.${value}` as never, params as never)}
                  </Td>
                );
              })}
            </Tr>
          ))}
        </TBody>
      </Table>
      <p className="border-t border-line px-4 py-3 text-small text-muted sm:px-6">
        {t("sources", { list: [...sources].join(comma) })}
      </p>
    </Panel>
  );
}
