import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { FiledServiceRow } from "@/lib/usecases/registry/get-filing";
import { AccessTag } from "./access-tag";

/** The services of a filed entity with their numbers, each with its own page. */
export function ServiceTable({
  entityId,
  services,
}: {
  entityId: string;
  services: readonly FiledServiceRow[];
}) {
  const t = useTranslations("filed");
  const kinds = useTranslations("console.filings.kind");
  const platforms = useTranslations("codes.platform");
  return (
    <Table label={t("table")} stacked>
      <THead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("domains")}</Th>
          <Th>{t("accessColumn")}</Th>
        </Tr>
      </THead>
      <TBody>
        {services.map(({ id, number, kind, name, domains, packages, access }) => (
          <Tr key={id}>
            <Td label={t("name")}>
              <Link href={`/console/filings/${entityId}/services/${id}`} className="link mr-2 py-0.5">
                {name}
              </Link>
              <Tag plain>{kinds(kind)}</Tag>
              <span className="mt-0.5 block whitespace-nowrap">
                <Code copy={number}>{number}</Code>
              </span>
            </Td>
            <Td label={t("domains")}>
              <span className="block font-mono break-words">{domains.join(", ")}</span>
              {packages.map(({ platform, packageName }) => (
                <span key={platform + packageName} className="block text-small text-muted break-all">
                  {platforms(platform as "ANDROID")} {packageName}
                </span>
              ))}
            </Td>
            <Td label={t("accessColumn")}>
              <AccessTag access={access} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
