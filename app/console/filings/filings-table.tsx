import { useLocale, useTranslations } from "next-intl";
import { AccessTag } from "@/components/filing/filed/access-tag";
import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { provinceName } from "@/lib/messages/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { FiledEntity } from "@/lib/usecases/orders/list-filings";

/** What is filed, one row a service under its entity, with the numbers to copy. */
export function FilingsTable({ filings }: { filings: readonly FiledEntity[] }) {
  const t = useTranslations("console.filings");
  const locale = toLocale(useLocale());
  return (
    <Table label={t("table")} stacked>
      <THead>
        <Tr>
          <Th>{t("number")}</Th>
          <Th>{t("name")}</Th>
          <Th>{t("domains")}</Th>
          <Th>{t("access")}</Th>
          <Th>{t("filedAt")}</Th>
        </Tr>
      </THead>
      <TBody>
        {filings.map((entity) => [
          <Tr key={entity.id}>
            <Td label={t("number")}>
              <Code copy={entity.number}>{entity.number}</Code>
            </Td>
            <Td label={t("name")}>
              <Link href={`/console/filings/${entity.id}`} className="link mr-2 py-0.5 font-semibold">
                {entity.unitName ?? t("person")}
              </Link>
              {entity.ended && <Tag tone="ended">{t("ended")}</Tag>}
            </Td>
            <Td label={t("domains")}>
              <span className="text-muted">
                {t("entityIn", { province: provinceName(entity.province, locale) })}
              </span>
            </Td>
            <Td className="max-sm:group-data-stacked/table:hidden" />
            <Td label={t("filedAt")}>{formatDate(entity.filedAt, locale)}</Td>
          </Tr>,
          ...entity.services.map((service) => (
            <Tr key={service.id}>
              <Td label={t("number")} className="sm:pl-10">
                <Code copy={service.number}>{service.number}</Code>
              </Td>
              <Td label={t("name")}>
                <Link
                  href={`/console/filings/${entity.id}/services/${service.id}`}
                  className="link mr-2 py-0.5"
                >
                  {service.name}
                </Link>
                <Tag plain>{t(`kind.${service.kind}`)}</Tag>
              </Td>
              <Td label={t("domains")}>
                <span className="font-mono">{service.domains.join(", ")}</span>
              </Td>
              <Td label={t("access")}>
                <AccessTag access={service.ended ? "ended" : service.here ? "here" : "none"} />
              </Td>
              <Td label={t("filedAt")}>{formatDate(service.filedAt, locale)}</Td>
            </Tr>
          )),
        ])}
      </TBody>
    </Table>
  );
}
