import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/ui/act-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listBlacklist } from "@/lib/authority/sandbox/usecases/desk-blacklist";
import { requireActor } from "@/lib/http/page";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { removeBlacklistAction } from "../actions";
import { EntryForm } from "./entry-form";

/** What the authority files for nobody: organisers, domains, names. */
export default async function BlacklistPage() {
  const actor = await requireActor("desk.work");
  const rows = await listBlacklist(actor);
  if (!rows.ok) notFound();
  const t = await getTranslations("authority.blacklist");
  const locale = toLocale(await getLocale());
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <div className="flex flex-col gap-6">
        <EntryForm />
        <Panel title={t("list")} flush>
          {rows.value.length === 0 ? (
            <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
          ) : (
            <DataTable
              label={t("list")}
              rows={rows.value}
              rowKey={({ kind, key }) => `${kind}:${key}`}
              columns={[
                { label: t("value"), strong: true, cell: ({ shown }) => shown },
                { label: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
                { label: t("reason"), cell: ({ reason }) => reason || t("noReason") },
                { label: t("since"), cell: ({ since }) => formatDateTime(since, locale) },
                {
                  label: t("act"),
                  cell: ({ kind, key, shown }) => (
                    <ActButton
                      size="small"
                      action={removeBlacklistAction}
                      input={{ kind, key }}
                      label={t("remove")}
                      aria-label={t("removeOf", { what: shown })}
                      done={t("removed")}
                    />
                  ),
                },
              ]}
            />
          )}
        </Panel>
      </div>
    </>
  );
}
