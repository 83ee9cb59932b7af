import { FileText, ShieldAlert } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { DecisionDates } from "@/components/filing/estimate/decision-dates";
import { Code } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { WAITING_OF } from "@/lib/filing/lifecycle/states";
import { provinceName } from "@/lib/messages/codes";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { Workbench } from "@/lib/usecases/review/get-workbench";

/** Number, state, what kind of order, until when. */
export async function Heading({
  bench: { order, account, snapshot, deadlines, decision },
}: {
  bench: Workbench;
}) {
  const locale = toLocale(await getLocale());
  const [t, accounts, copy, estimate, states, types] = await Promise.all([
    getTranslations("review.bench"),
    getTranslations("accountDesk"),
    getTranslations("orders.copy"),
    getTranslations("estimate"),
    getTranslations("states"),
    getTranslations("orderTypes"),
  ]);
  const due = deadlines.find(({ kind }) => kind === "provider_review_expected");
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
      <h1 className="text-h3">
        <Code copy={order.number}>{order.number}</Code>
      </h1>
      <Tag tone={WAITING_OF[order.state]}>{states(`${order.state}.label`)}</Tag>
      <span>{types(`${order.type}.label`)}</span>
      {order.province && <span className="text-muted">{provinceName(order.province, locale)}</span>}
      <span className="text-muted">{t("roundN", { n: snapshot.round })}</span>
      <Link
        href={`/review/orders/${order.id}/copy`}
        className="link inline-flex min-h-7 items-center gap-1.5"
      >
        <FileText aria-hidden className="size-4" />
        {copy("link")}
      </Link>
      {account.open && (
        <Link
          href={`/review/accounts/${account.id}`}
          className="link inline-flex min-h-7 items-center gap-1.5"
        >
          <ShieldAlert aria-hidden className="size-4" />
          {accounts("account")}
        </Link>
      )}
      {account.flagged && <Tag tone="refused">{accounts("flagged")}</Tag>}
      {due && (
        <span className="text-muted tabular-nums">{t("expected", { date: formatDate(due.at, locale) })}</span>
      )}
      {decision && (
        <span className="text-muted max-xl:hidden">
          {estimate("label")} <DecisionDates estimate={decision} />
        </span>
      )}
    </div>
  );
}
