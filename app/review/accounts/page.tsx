import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountSearch } from "@/components/review/accounts/account-search";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { refusePage, requireActor } from "@/lib/http/page";
import { listAccounts } from "@/lib/usecases/review/accounts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accountDesk"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Accounts a supervisor looks for; the flagged ones while he looks for none. */
export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireActor("account.flag");
  const { q } = await searchParams;
  const term = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const list = await listAccounts(actor, { search: term });
  if (!list.ok) refusePage(list.error);
  const { rows, more } = list.value;
  const t = await getTranslations("accountDesk");
  const title = t(term === "" ? "list" : "found");
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} />
      <Panel title={title} description={more ? t("more", { count: rows.length }) : undefined} flush>
        <AccountSearch
          term={term}
          words={{ label: t("searchLabel"), hint: t("search"), find: t("find"), clear: t("clear") }}
        />
        {rows.length === 0 ? (
          <EmptyState title={t(term === "" ? "none" : "nothing")}>
            {t(term === "" ? "noneText" : "nothingText")}
          </EmptyState>
        ) : (
          <DataTable
            label={title}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t("name"),
                strong: true,
                cell: ({ id, name }) => (
                  <Link href={`/review/accounts/${id}`} className="link">
                    {name || t("untitled")}
                  </Link>
                ),
              },
              { label: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
              { label: t("owner"), cell: ({ owner }) => owner ?? t("noOwner") },
              {
                label: t("state"),
                cell: ({ flagged }) => (
                  <Tag tone={flagged ? "refused" : "done"}>{t(flagged ? "flagged" : "clean")}</Tag>
                ),
              },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
