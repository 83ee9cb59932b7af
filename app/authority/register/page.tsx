import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Messages } from "@/components/shell/messages";
import { ActButton } from "@/components/ui/act-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listRegister, type RegisterRow } from "@/lib/authority/sandbox/usecases/desk-register";
import { requireActor } from "@/lib/http/page";
import { ERRORS_OF_INSPECTION } from "@/lib/messages/error-parts";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { sendUnaskedAction } from "../actions";
import { InspectForm } from "./inspect-form";

/** What is filed, and what the authority may say of it though nobody asked. */
export default async function RegisterPage() {
  const actor = await requireActor("desk.work");
  const rows = await listRegister(actor);
  if (!rows.ok) notFound();
  const t = await getTranslations("authority.register");
  const locale = toLocale(await getLocale());
  const served = servedHere(rows.value);
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
      {served.length > 0 && (
        <div className="mt-6">
          <Messages namespaces={["inspection.failure", ...ERRORS_OF_INSPECTION]}>
            <InspectForm numbers={served} />
          </Messages>
        </div>
      )}
    </>
  );
}

/** Numbers this console hears of: services it serves, and records with such a service. */
function servedHere(rows: readonly RegisterRow[]): readonly Pick<RegisterRow, "number" | "name">[] {
  const here = rows.filter(({ providers }) => providers.includes("this-console"));
  return rows
    .filter(
      ({ number, kind }) =>
        here.some((one) => one.number === number) ||
        (kind === "ENTITY" && here.some((one) => one.number.startsWith(`${number}-`))),
    )
    .map(({ number, name }) => ({ number, name }));
}
