import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FlagButton } from "@/components/review/accounts/flag-button";
import { Messages } from "@/components/shell/messages";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { Timeline } from "@/components/ui/timeline";
import { refusePage, requireActor } from "@/lib/http/page";
import { formatDate, formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { type AccountDesk, getAccountDesk } from "@/lib/usecases/review/accounts";
import { flagAccountAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accountDesk"))("account") };
}

type Props = { params: Promise<{ id: string }> };

/** One account: whether it may file, who decided so and why, and the step that changes it. */
export default async function AccountDeskPage({ params }: Props) {
  const actor = await requireActor("account.flag");
  const found = await getAccountDesk(actor, { accountId: (await params).id });
  if (!found.ok) refusePage(found.error);
  const desk = found.value;
  const t = await getTranslations("accountDesk");
  const name = desk.name || t("untitled");
  const { id: accountId, flagged } = desk;
  return (
    <Messages namespaces={["accountDesk"]}>
      <PageHeader
        title={name}
        tag={<Tag tone={flagged ? "refused" : "done"}>{t(flagged ? "flagged" : "clean")}</Tag>}
        breadcrumb={[{ label: t("title"), href: "/review/accounts" }, { label: name }]}
        action={!desk.own && <FlagButton {...{ accountId, name, flagged }} flag={flagAccountAction} />}
      />
      <div className="flex flex-col gap-6">
        {desk.own && <Notice title={t("own.title")}>{t("own.text")}</Notice>}
        <Panel title={t("account")} description={t("effect")}>
          <Facts desk={desk} />
        </Panel>
        <Panel title={t("history")}>
          <History desk={desk} />
        </Panel>
      </div>
    </Messages>
  );
}

async function Facts({ desk }: { desk: AccountDesk }) {
  const [t, locale] = [await getTranslations("accountDesk"), toLocale(await getLocale())];
  const { openOrder } = desk;
  const items = {
    id: <Code copy={desk.id}>{desk.id}</Code>,
    kind: t(`kinds.${desk.kind}`),
    owner: desk.owner ?? t("noOwner"),
    members: t("count", { count: desk.members }),
    created: formatDate(desk.createdAt, locale),
    openOrder:
      openOrder === null ? (
        t("noOrder")
      ) : openOrder.readable ? (
        <Link href={`/review/orders/${openOrder.id}`} className="link">
          {openOrder.number}
        </Link>
      ) : (
        t("draft", { number: openOrder.number })
      ),
    filings: desk.filings.length === 0 ? t("noFilings") : desk.filings.join(", "),
  };
  return (
    <DescriptionList
      columns={2}
      items={Object.entries(items).map(([id, value]) => ({ id, label: t(id as "kind"), value }))}
    />
  );
}

async function History({ desk: { history } }: { desk: AccountDesk }) {
  const [t, locale] = [await getTranslations("accountDesk"), toLocale(await getLocale())];
  if (history.length === 0) return <p className="text-muted">{t("historyNone")}</p>;
  return (
    <Timeline
      label={t("history")}
      entries={history.map(({ id, flagged, reason, by, at }) => ({
        id,
        tone: flagged ? "refused" : "done",
        title: t(flagged ? "wasSet" : "wasLifted"),
        actor: by,
        time: formatDateTime(at, locale),
        body: reason,
      }))}
    />
  );
}
