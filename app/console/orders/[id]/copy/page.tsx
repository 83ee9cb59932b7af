import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Answers } from "@/components/filing/check/answers";
import { CopyAnswers } from "@/components/filing/check/copy-answers";
import { Declared } from "@/components/filing/check/declared";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/http/page";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { type CopyView, getCopy } from "@/lib/usecases/orders/get-copy";
import { viewOr404 } from "../../../view";
import { OrderHeader } from "../order-header";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ round?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.copy"))("title") };
}

/** Absent: the newest round; anything but a number is a round there is none of. */
const roundOf = (round: string | string[] | undefined): number | undefined =>
  round === undefined ? undefined : /^\d{1,3}$/.test(String(round)) ? Number(round) : 0;

/** What was submitted, made to be printed. */
export default async function CopyPage({ params, searchParams }: Props) {
  const actor = await requireActor("order.read.own");
  const [{ id }, { round }] = await Promise.all([params, searchParams]);
  const view = viewOr404(await getCopy(actor, { orderId: id, round: roundOf(round) }));
  const [t, check, types] = await Promise.all([
    getTranslations("orders.copy"),
    getTranslations("orders.check"),
    getTranslations("orderTypes"),
  ]);
  const locale = toLocale(await getLocale());
  const time = formatDateTime(view.submittedAt, locale);
  const facts = [
    { id: "number", label: t("number"), value: view.order.number },
    { id: "round", label: check("title"), value: t("roundN", { round: view.round }) },
    { id: "type", label: t("type"), value: types(`${view.order.type}.label`) },
    { id: "submitted", label: t("submitted"), value: time },
    { id: "by", label: t("by"), value: t(view.by) },
    { id: "policy", label: t("policy"), value: view.policyVersion },
  ].filter(({ id: fact }) => fact !== "round" || view.rounds.length > 1);
  return (
    <>
      <OrderHeader
        order={view.order}
        page={t("title")}
        title={t("title")}
        description={t("text", { round: view.round, time })}
        action={<PrintButton label={t("print")} />}
      />
      {view.rounds.length > 1 && <Rounds view={view} label={t("rounds")} />}
      <div className="flex max-w-[60rem] flex-col gap-6">
        <Panel>
          <DescriptionList items={facts} />
        </Panel>
        {view.groups.map((group) => (
          <Answers key={group.subject} group={group} />
        ))}
        <Panel title={check("materials")}>
          <Materials view={view} />
        </Panel>
        <CopyAnswers answers={view.answers} />
        <Panel title={(await getTranslations("declarations"))("recorded")}>
          <Declared declarations={view.declarations} at={view.submittedAt} by={view.by} />
        </Panel>
      </div>
    </>
  );
}

async function Rounds({ view, label }: { view: CopyView; label: string }) {
  const t = await getTranslations("orders.copy");
  return (
    <nav aria-label={label} data-no-print className="mb-4 flex flex-wrap gap-2">
      {view.rounds.map((round) => (
        <Link
          key={round}
          href={`?round=${round}`}
          aria-current={round === view.round ? "page" : undefined}
          className="rounded-control border border-line px-3 py-1.5 hover:bg-accent-wash aria-[current=page]:border-accent aria-[current=page]:bg-accent-wash aria-[current=page]:font-semibold"
        >
          {t("roundN", { round })}
        </Link>
      ))}
    </nav>
  );
}

async function Materials({ view }: { view: CopyView }) {
  const [t, names] = await Promise.all([getTranslations("orders.copy"), getTranslations("materials")]);
  return (
    <ul>
      {view.materials.map(({ code, title, pictures, documentDate }) => (
        <li
          key={code + title}
          className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2 last:border-0"
        >
          <span>
            {names(`${code}.name` as never)} <span className="text-muted">{title}</span>
          </span>
          <span className="text-muted tabular-nums">
            {[t("pictures", { count: pictures }), documentDate && t("dated", { date: documentDate })]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
