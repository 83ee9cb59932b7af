import { getLocale, getTranslations } from "next-intl/server";
import { RevokeConsumer } from "@/components/review/serving/revoke-consumer";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { formatDate, formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { ConsumerView } from "@/lib/usecases/serving/consumers";
import { revokeConsumerAction } from "./actions";

/** The consumers there are and were, and when each asked last. */
export async function ConsumerPanel({ consumers }: { consumers: readonly ConsumerView[] }) {
  const [t, locale] = [await getTranslations("serving"), toLocale(await getLocale())];
  if (consumers.length === 0)
    return (
      <Panel flush>
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      </Panel>
    );
  return (
    <Panel title={t("list")} flush>
      <DataTable
        label={t("list")}
        rows={consumers}
        rowKey={({ id }) => id}
        columns={[
          { label: t("name"), strong: true, cell: ({ name }) => name },
          {
            label: t("state"),
            cell: ({ revokedAt }) => (
              <Tag tone={revokedAt === null ? "done" : "ended"}>
                {t(revokedAt === null ? "states.active" : "states.revoked")}
              </Tag>
            ),
          },
          { label: t("created"), cell: ({ createdAt }) => formatDate(createdAt, locale) },
          {
            label: t("lastUsed"),
            cell: ({ lastUsedAt }) => (lastUsedAt === null ? t("never") : formatDateTime(lastUsedAt, locale)),
          },
          {
            label: t("act"),
            cell: ({ id, name, revokedAt }) =>
              revokedAt === null ? (
                <RevokeConsumer consumerId={id} name={name} revoke={revokeConsumerAction} />
              ) : (
                "-"
              ),
          },
        ]}
      />
    </Panel>
  );
}
