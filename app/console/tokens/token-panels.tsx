import { getLocale, getTranslations } from "next-intl/server";
import { NewToken } from "@/components/account/new-token";
import { ActButton } from "@/components/ui/act-button";
import { Code } from "@/components/ui/code";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import { formatDate, formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { TokenView } from "@/lib/usecases/tokens/own-tokens";
import { createTokenAction, revokeTokenAction } from "./actions";

const TONE: Readonly<Record<TokenView["state"], Tone>> = {
  active: "done",
  expired: "ended",
  revoked: "ended",
};

/** A new key, the keys there are, and how scripts use them. */
export async function TokenPanels({ tokens }: { tokens: readonly TokenView[] }) {
  const t = await getTranslations("console.tokens");
  return (
    <div className="flex flex-col gap-6">
      <Panel title={t("new")}>
        <NewToken create={createTokenAction} />
      </Panel>
      <Panel flush title={t("yours")}>
        {tokens.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        ) : (
          <Tokens rows={tokens} />
        )}
      </Panel>
      <Panel title={t("how")}>
        <p className="mb-2">{t("howText")}</p>
        <Code>POST /api/check · Authorization: Bearer icp_…</Code>
      </Panel>
    </div>
  );
}

async function Tokens({ rows }: { rows: readonly TokenView[] }) {
  const [t, locale] = [await getTranslations("console.tokens"), toLocale(await getLocale())];
  return (
    <DataTable
      label={t("yours")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: t("name"), strong: true, cell: ({ name }) => name },
        { label: t("state"), cell: ({ state }) => <Tag tone={TONE[state]}>{t(`states.${state}`)}</Tag> },
        { label: t("created"), cell: ({ createdAt }) => formatDate(createdAt, locale) },
        {
          label: t("lastUsed"),
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? t("never") : formatDateTime(lastUsedAt, locale)),
        },
        { label: t("expires"), cell: ({ expiresAt }) => formatDate(expiresAt, locale) },
        {
          label: t("act"),
          cell: ({ id, name, state }) =>
            state === "active" ? (
              <ActButton
                size="small"
                action={revokeTokenAction}
                input={{ tokenId: id }}
                label={t("revoke")}
                aria-label={t("revokeTitle", { name })}
                ask={{ title: t("revokeTitle", { name }), text: t("revokeText") }}
                done={t("revoked")}
              />
            ) : (
              "-"
            ),
        },
      ]}
    />
  );
}
