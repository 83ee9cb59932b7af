import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
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
  const locale = toLocale(useLocale());
  return (
    <Table label={t("table")} stacked>
      <THead>
        <Tr>
          <Th>{t("number")}</Th>
          <Th>{t("name")}</Th>
          <Th>{t("domains")}</Th>
          <Th>{t("accessColumn")}</Th>
          <Th>{t("filedAt")}</Th>
        </Tr>
      </THead>
      <TBody>
        {services.map(({ id, number, kind, name, domains, packages, access, filedAt }) => (
          <Tr key={id}>
            <Td label={t("number")}>
              <Code copy={number}>{number}</Code>
            </Td>
            <Td label={t("name")}>
              <Link href={`/console/filings/${entityId}/services/${id}`} className="link mr-2 py-0.5">
                {name}
              </Link>
              <Tag plain>{kinds(kind)}</Tag>
            </Td>
            <Td label={t("domains")}>
              <span className="block font-mono break-all">{domains.join(", ")}</span>
              {packages.map(({ platform, packageName }) => (
                <span key={platform + packageName} className="block text-small text-muted break-all">
                  {platform} {packageName}
                </span>
              ))}
            </Td>
            <Td label={t("accessColumn")}>
              <AccessTag access={access} />
            </Td>
            <Td label={t("filedAt")}>{formatDate(filedAt, locale)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
