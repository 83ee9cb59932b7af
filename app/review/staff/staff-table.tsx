import { getLocale, getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { StaffRow } from "@/lib/usecases/staff/list-staff";

/** One row a person; what can be changed stands on his own page. */
export async function StaffTable({ rows }: { rows: readonly StaffRow[] }) {
  const [t, roles] = [await getTranslations("staff"), await getTranslations("shell.role")];
  const locale = toLocale(await getLocale());
  const list = new Intl.ListFormat(locale);
  return (
    <DataTable
      label={t("title")}
      rows={rows}
      rowKey={({ userId }) => userId}
      columns={[
        {
          label: t("name"),
          strong: true,
          cell: ({ userId, name, self }) => (
            <>
              <Link href={`/review/staff/${userId}`} className="link py-0.5">
                {name}
              </Link>
              {self && <span className="font-normal text-muted"> {t("you")}</span>}
            </>
          ),
        },
        { label: t("email"), cell: ({ email }) => email },
        { label: t("roles"), cell: (row) => list.format(row.roles.map((role) => roles(role))) },
        {
          label: t("factor"),
          cell: ({ factor }) => <Tag tone={factor ? "done" : "neutral"}>{t(factor ? "on" : "off")}</Tag>,
        },
        {
          label: t("status"),
          cell: ({ blocked }) =>
            blocked === null ? (
              <Tag tone="done">{t("active")}</Tag>
            ) : (
              <Tag tone="refused">{t(`blockReason.${blocked}`)}</Tag>
            ),
        },
        {
          label: t("lastSignIn"),
          cell: ({ lastSignInAt }) =>
            lastSignInAt === null ? t("never") : formatDateTime(lastSignInAt, locale),
        },
        { label: t("invitedBy"), cell: ({ invitedBy }) => invitedBy ?? t("nobody") },
      ]}
    />
  );
}
