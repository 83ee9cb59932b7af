import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/ui/act-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listRegister, type RegisterRow } from "@/lib/authority/sandbox/usecases/desk-register";
import { requireActor } from "@/lib/http/page";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { sendUnaskedAction } from "../actions";

/** What is filed, and what the authority may say of it though nobody asked. */
export default async function RegisterPage() {
  const actor = await requireActor("desk.work");
  const rows = await listRegister(actor);
  if (!rows.ok) notFound();
  const t = await getTranslations("authority.register");
  const locale = toLocale(await getLocale());
  const act = (what: "cancelled" | "conflict", { number, kind }: RegisterRow) => (
    <ActButton
      size="small"
      action={sendUnaskedAction}
      input={{
        number,
        what: what === "cancelled" ? what : kind === "ENTITY" ? "ORGANIZER_CONFLICT" : "DOMAIN_CONFLICT",
      }}
      label={t(`act.${what}`)}
      aria-label={t(`actOf.${what}`, { number })}
      done={t(`done.${what}`)}
      ask={{ title: t(`actOf.${what}`, { number }), text: t(`ask.${what}`) }}
    />
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <Panel flush>
        {rows.value.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ) : (
          <DataTable
            label={t("title")}
            rows={rows.value}
            rowKey={({ number }) => number}
            columns={[
              { label: t("number"), strong: true, cell: ({ number }) => number },
              { label: t("name"), cell: ({ name }) => name },
              { label: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
              {
                label: t("servedBy"),
                cell: ({ kind, providers }) => (
                  <span className="flex flex-col">
                    {providers.map((code) => (
                      <span key={code}>{t(`providers.${code}`)}</span>
                    ))}
                    {kind !== "ENTITY" && providers.length === 0 && t("nobody")}
                  </span>
                ),
              },
              { label: t("approved"), cell: ({ approvedAt }) => formatDateTime(approvedAt, locale) },
              {
                label: t("notices"),
                cell: (row) => (
                  <span className="flex flex-wrap gap-2">
                    {act("conflict", row)}
                    {act("cancelled", row)}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
