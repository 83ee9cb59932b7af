import { getLocale, getTranslations } from "next-intl/server";
import { Code } from "@/components/ui/code";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { OwnSlot } from "@/lib/usecases/codes/get-server";

/** The account's own services on the server: filed ones, and those an order asks for. */
export async function OwnSlots({ rows }: { rows: readonly OwnSlot[] }) {
  const [t, locale] = [await getTranslations("authCodes"), toLocale(await getLocale())];
  if (rows.length === 0) return <EmptyState title={t("noOwn")}>{t("noOwnText")}</EmptyState>;
  return (
    <DataTable
      label={t("ownSlots")}
      rows={rows}
      rowKey={({ number, order, name }) => `${number ?? order?.id}${name}`}
      columns={[
        { label: t("service"), strong: true, cell: ({ name }) => name || t("unnamed") },
        {
          label: t("number"),
          cell: ({ number, order }) =>
            number !== null ? (
              <Code copy={number}>{number}</Code>
            ) : (
              <Link href={`/console/orders/${order?.id}`} className="link inline-block py-0.5">
                {t("inOrder", { number: order?.number ?? "" })}
              </Link>
            ),
        },
        {
          label: t("state"),
          cell: ({ number }) => (
            <Tag tone={number === null ? "others" : "done"}>{t(number === null ? "asked" : "filed")}</Tag>
          ),
        },
        { label: t("sinceLabel"), cell: ({ since }) => formatDate(since, locale) },
      ]}
    />
  );
}
